package io.frops.app.cli;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.ServiceLoader;

/// Picks the subcommand that the first word names, or explains what there is.
public final class Cli {
    private static final int NOT_FOUND = -1;

    private final List<Subcommand> subcommands;

    Cli(List<Subcommand> subcommands) {
        this.subcommands =
                subcommands.stream()
                        .sorted(comparing(Subcommand::section).thenComparing(Subcommand::name))
                        .toList();
    }

    /// Every subcommand that a jar on the class path declares.
    public static Cli discovered() {
        return new Cli(
                ServiceLoader.load(Subcommand.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList());
    }

    /// Runs the subcommand named by the first word with the others as its arguments.
    public Exit run(List<String> words, Terminal terminal) {
        if (words.isEmpty()) {
            terminal.err().print(Help.overview(subcommands));
            return Exit.USAGE;
        }
        var arguments = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "--help", "-h", "help" -> help(arguments, terminal);
            case "rehearse" -> rehearse(terminal);
            case String word -> named(word, arguments, terminal);
        };
    }

    private Exit help(List<String> arguments, Terminal terminal) {
        if (!arguments.isEmpty()) {
            return named(arguments.getFirst(), List.of("--help"), terminal);
        }
        terminal.out().print(Help.overview(subcommands));
        return Exit.DONE;
    }

    private Exit named(String word, List<String> arguments, Terminal terminal) {
        var index = subcommands.stream().map(Subcommand::name).toList().indexOf(word);
        if (index == NOT_FOUND) {
            terminal.err().print(Help.unknown(word, subcommands));
            return Exit.USAGE;
        }
        var subcommand = subcommands.get(index);
        if (asksForHelp(arguments)) {
            terminal.out().println(subcommand.usage().strip());
            return Exit.DONE;
        }
        return subcommand.run(arguments, terminal);
    }

    /// Words after `--` belong to somebody else, as in `frops run -- help`.
    private static boolean asksForHelp(List<String> arguments) {
        return arguments.stream()
                .takeWhile(word -> !word.equals("--"))
                .anyMatch(word -> word.equals("--help") || word.equals("-h"));
    }

    private Exit rehearse(Terminal terminal) {
        terminal.out().print(Help.overview(subcommands));
        var outcomes =
                subcommands.stream()
                        .filter(subcommand -> !subcommand.rehearsal().isEmpty())
                        .map(subcommand -> subcommand.run(subcommand.rehearsal(), terminal))
                        .toList();
        return outcomes.stream().allMatch(Exit.DONE::equals) ? Exit.DONE : Exit.FAILED;
    }
}
