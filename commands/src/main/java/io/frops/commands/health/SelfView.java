package io.frops.commands.health;

import io.frops.commands.say.Counts;
import io.frops.commands.say.Say;
import io.frops.commands.say.Times;
import io.frops.core.chat.Block;
import io.frops.core.chat.Colour;
import io.frops.core.chat.Message;
import io.frops.core.chat.Text;
import io.frops.core.observe.SelfReport;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// How the bot itself is: verdict first, then what waits and why. Pure.
final class SelfView {
    /// Longer than this and people look at cards that are wrong.
    private static final Duration LATE = Duration.ofMinutes(1);

    private SelfView() {}

    static Message of(SelfReport report, Say say) {
        boolean down = report.store() instanceof SelfReport.Store.Silent;
        boolean late = report.oldest().filter(o -> o.compareTo(LATE) > 0).isPresent();
        Text verdict =
                down
                        ? Text.EMPTY
                                .emoji("red_circle")
                                .strong(" frops is unhealthy: its store is away.")
                        : late
                                ? Text.EMPTY
                                        .emoji("large_yellow_circle")
                                        .strong(" frops is late: cards lag.")
                                : Text.EMPTY
                                        .emoji("large_green_circle")
                                        .strong(" frops is healthy.");
        Colour colour = down ? Colour.CRITICAL : late ? Colour.WARNING : Colour.RESOLVED;
        return say.message(verdict, Block.Section.of(evidence(report))).in(colour);
    }

    private static Text evidence(SelfReport report) {
        Text text = Text.of("• " + store(report.store())).line().plain("• " + keeper(report));
        return report.keeps()
                ? text.line()
                        .plain("• " + waiting(report))
                        .line()
                        .then(storms(report))
                        .line()
                        .then(pauses(report))
                : text;
    }

    private static String waiting(SelfReport report) {
        int all = report.allWaiting();
        if (all == 0) {
            return "No card waits.";
        }
        String each =
                report.waiting().entrySet().stream()
                        .map(e -> e.getValue() + " " + e.getKey())
                        .collect(Collectors.joining(", "));
        String oldest = report.oldest().map(Times::words).orElse("an unknown time");
        return Counts.of(all, "card")
                + (all == 1 ? " waits" : " wait")
                + " ("
                + each
                + "), the oldest for "
                + oldest
                + ". State is stored at once; only Slack shows it later.";
    }

    private static Text storms(SelfReport report) {
        if (report.storms().isEmpty()) {
            return Text.of("• No storm.");
        }
        Text text = Text.EMPTY;
        for (SelfReport.StormLine storm : report.storms()) {
            text =
                    (text.isEmpty() ? text : text.line())
                            .plain(storm.over() ? "• Storm over in " : "• Storm in ")
                            .plain(storm.channel() + ": " + Counts.of(storm.total(), "incident"))
                            .plain(", " + storm.active() + " still open.");
        }
        return text;
    }

    private static Text pauses(SelfReport report) {
        if (report.pauses().isEmpty()) {
            return Text.of("• Slack asks for no pause.");
        }
        Text text = Text.of("• Slack asked for a pause (429): ");
        String between = "";
        for (var pause : report.pauses().entrySet()) {
            text = text.plain(between).code(pause.getKey()).plain(" until ").time(pause.getValue());
            between = ", ";
        }
        return text.plain(".");
    }

    private static String store(SelfReport.Store store) {
        return switch (store) {
            case SelfReport.Store.Answers(var took) ->
                    "The store answers in " + took.toMillis() + " ms.";
            case SelfReport.Store.Silent(var why) ->
                    "The store does not answer: " + Counts.clipped(why, 200);
        };
    }

    private static String keeper(SelfReport report) {
        return report.keeps()
                ? "This replica looks after cards and timers."
                : report.keeper().orElse("Nobody known")
                        + " looks after cards and timers; what waits is known there.";
    }

    static Map<String, Object> data(SelfReport report) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("waiting", report.allWaiting());
        data.put("oldestSeconds", report.oldest().map(Duration::toSeconds).orElse(0L));
        data.put("storms", report.storms().size());
        data.put("keeps", report.keeps());
        data.put("store", report.store() instanceof SelfReport.Store.Answers);
        return Map.of("frops", data);
    }
}
