package io.frops.app.wiring;

import io.frops.app.observe.Meters;
import io.frops.core.chat.Doors;
import io.frops.core.chat.Effect;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Outcome;
import java.util.List;
import java.util.Locale;

/// Measures every command, whichever door it came in by.
record Observed(Doors doors, Meters meters) implements Doors {
    static Doors of(Doors doors, Meters meters) {
        return new Observed(doors, meters);
    }

    @Override
    public Outcome handle(Invocation invocation) {
        long begun = System.nanoTime();
        Outcome outcome = doors.handle(invocation);
        meters.command(name(invocation.words(), outcome), word(outcome), System.nanoTime() - begun);
        return outcome;
    }

    /// A word that is no command is data from outside, and not for a metric's label.
    private static String name(List<String> words, Outcome outcome) {
        boolean known = !(outcome instanceof Outcome.Usage || outcome instanceof Outcome.Denied);
        return words.isEmpty() || !known || !words.getFirst().matches("[a-z-]{1,20}")
                ? "other"
                : words.getFirst();
    }

    private static String word(Outcome outcome) {
        return outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    @Override
    public Effect effect(List<String> words) {
        return doors.effect(words);
    }
}
