package io.frops.commands.help;

import io.frops.commands.say.NoArguments;
import io.frops.commands.say.Say;
import io.frops.core.access.PersonId;
import io.frops.core.access.Role;
import io.frops.core.access.Standing;
import io.frops.core.access.Standings;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.SlashCommand;
import io.frops.core.chat.Spec;
import io.frops.core.chat.Text;
import java.util.List;
import java.util.Map;

/// Says whom frops takes the caller for.
public final class WhoamiCommand implements SlashCommand<NoArguments> {
    private final Standings standings;
    private final Say say;

    public WhoamiCommand(Standings standings, Say say) {
        this.standings = standings;
        this.say = say;
    }

    @Override
    public String name() {
        return "whoami";
    }

    @Override
    public String summary() {
        return "Say who you are here, and what you may do";
    }

    @Override
    public List<String> examples() {
        return List.of("whoami");
    }

    @Override
    public Spec spec() {
        return Spec.read(Role.VIEWER);
    }

    @Override
    public NoArguments arguments() {
        return new NoArguments();
    }

    @Override
    public Outcome run(NoArguments arguments, Invocation invocation) {
        PersonId caller = invocation.caller();
        String role =
                standings.of(caller) instanceof Standing.Known(_, var known)
                        ? known.word()
                        : "no role";
        Text text = Text.of("You are ").mention(caller).plain(" (" + caller + "), " + role + ". ");
        return new Outcome.Done(
                say.caller(text.plain(levels(caller)))
                        .with(Map.of("id", caller.value(), "role", role)));
    }

    private String levels(PersonId caller) {
        List<String> levels =
                say.people().find(caller).stream()
                        .flatMap(p -> p.levels().stream().sorted())
                        .map(l -> "level " + l)
                        .toList();
        return levels.isEmpty()
                ? "You answer at no escalation level."
                : "You answer at escalation " + io.frops.commands.say.Counts.list(levels) + ".";
    }
}
