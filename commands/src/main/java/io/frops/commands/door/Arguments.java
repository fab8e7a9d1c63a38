package io.frops.commands.door;

import io.frops.core.chat.SlashCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Words to a command's arguments. Nothing is expanded, read or executed: a word is data.
final class Arguments {
    private Arguments() {}

    /// What came of the words.
    sealed interface Parsed<A> {
        record Good<A>(A arguments) implements Parsed<A> {}

        /// @param why what was wrong, for people; quotes the caller's words
        record Bad<A>(String why) implements Parsed<A> {}
    }

    /// @param words without the command's name
    static <A> Parsed<A> parse(SlashCommand<A> command, List<String> words) {
        A arguments = command.arguments();
        try {
            line(command.name(), arguments).parseArgs(words.toArray(String[]::new));
            return new Parsed.Good<>(arguments);
        } catch (ParameterException e) {
            return new Parsed.Bad<>(why(e));
        }
    }

    /// The command with its arguments in one line, for example `/frops ack [ID]`.
    static String usage(SlashCommand<?> command) {
        Object arguments = command.arguments();
        var plain = Help.defaultColorScheme(Help.Ansi.OFF);
        String synopsis =
                new Help(line(command.name(), arguments).getCommandSpec(), plain).synopsis(0);
        return synopsis.strip().replaceAll("\\s+", " ");
    }

    private static CommandLine line(String name, Object arguments) {
        CommandLine line = new CommandLine(arguments);
        line.setCommandName("/frops " + name);
        // Without this a word like @/etc/passwd would be read as a file of arguments.
        line.setExpandAtFiles(false);
        line.setInterpolateVariables(false);
        line.setPosixClusteredShortOptionsAllowed(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new PrintWriter(new StringWriter()));
        line.setErr(new PrintWriter(new StringWriter()));
        return line;
    }

    private static String why(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            return "Too many words: " + String.join(" ", unmatched.getUnmatched()) + ".";
        }
        String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        String why = first.endsWith(".") ? first : first + ".";
        return why.startsWith("Unknown option")
                ? why + " To write it as text, put -- before the text."
                : why;
    }
}
