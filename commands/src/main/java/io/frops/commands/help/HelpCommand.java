package io.frops.commands.help;

import io.frops.commands.door.Catalogue;
import io.frops.commands.say.Say;
import io.frops.core.access.Role;
import io.frops.core.access.Standing;
import io.frops.core.access.Standings;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.SlashCommand;
import io.frops.core.chat.Spec;
import io.frops.core.chat.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Shows what the caller may say.
public final class HelpCommand implements SlashCommand<HelpArguments> {
    private final Catalogue others;
    private final Standings standings;
    private final Say say;

    /// @param others every command but this one
    public HelpCommand(Catalogue others, Standings standings, Say say) {
        this.others = others;
        this.standings = standings;
        this.say = say;
    }

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String summary() {
        return "Show what you can say, or search it";
    }

    @Override
    public List<String> examples() {
        return List.of("help", "help silence");
    }

    @Override
    public Spec spec() {
        return Spec.read(Role.VIEWER);
    }

    @Override
    public HelpArguments arguments() {
        return new HelpArguments();
    }

    @Override
    public Outcome run(HelpArguments arguments, Invocation invocation) {
        Role role = role(standings.of(invocation.caller()));
        String wanted = String.join(" ", arguments.words).strip().toLowerCase(Locale.ROOT);
        List<SlashCommand<?>> allowed =
                Stream.concat(others.allowed(role).stream(), Stream.of(this)).toList();
        Optional<SlashCommand<?>> exact =
                allowed.stream().filter(c -> c.name().equals(wanted)).findFirst();
        if (exact.isPresent()) {
            return done(HelpView.one(exact.get()), exact.stream().toList());
        }
        List<SlashCommand<?>> found = allowed.stream().filter(c -> fits(c, wanted)).toList();
        return done(HelpView.list(found, wanted, role), found);
    }

    private Outcome done(Text text, List<SlashCommand<?>> shown) {
        List<String> names = shown.stream().<String>map(SlashCommand::name).toList();
        return new Outcome.Done(say.caller(text).with(Map.of("commands", names)));
    }

    /// Every word occurs somewhere in what the command says of itself.
    private static boolean fits(SlashCommand<?> command, String wanted) {
        String told =
                (command.name() + " " + command.summary() + " " + command.examples())
                        .toLowerCase(Locale.ROOT);
        return Stream.of(wanted.split(" +")).allMatch(told::contains);
    }

    private static Role role(Standing standing) {
        return standing instanceof Standing.Known(_, var role) ? role : Role.VIEWER;
    }
}
