package io.frops.app.cli;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;

/// The texts of `frops --help` and of a word that is no subcommand.
final class Help {
    /// A typo changes a letter or two; anything farther is another word.
    private static final int TYPO = 2;

    private Help() {}

    static String overview(List<Subcommand> subcommands) {
        var sections =
                Arrays.stream(Section.values())
                        .map(section -> section(section, subcommands))
                        .collect(joining());
        return """
        frops runs your operations guide in Slack: alerts, incidents, commands, reports.

        Usage: ./frops COMMAND [OPTIONS]
        %s
        ./frops COMMAND --help explains one of them.
        Exit codes: 0 done, 1 failed, 2 wrong usage, 3 denied, 78 wrong configuration.
        """
                .formatted(sections);
    }

    private static String section(Section section, List<Subcommand> subcommands) {
        var lines =
                subcommands.stream()
                        .filter(subcommand -> subcommand.section() == section)
                        .map(Help::line)
                        .collect(joining());
        return lines.isEmpty() ? "" : "\n%s\n%s".formatted(section.title(), lines);
    }

    private static String line(Subcommand subcommand) {
        return "  %-10s %s\n".formatted(subcommand.name(), subcommand.summary());
    }

    static String unknown(String word, List<Subcommand> subcommands) {
        var guess =
                subcommands.stream()
                        .map(Subcommand::name)
                        .filter(name -> distance(word, name) <= TYPO)
                        .min(comparingInt(name -> distance(word, name)))
                        .map("Did you mean `./frops %s`? "::formatted)
                        .orElse("");
        return "frops: there is no command \"%s\". %s`./frops --help` lists them all.\n"
                .formatted(word, guess);
    }

    /// Levenshtein's distance: how many letters must be put in, left out or changed.
    static int distance(String from, String to) {
        var previous = new int[to.length() + 1];
        Arrays.setAll(previous, column -> column);
        for (var row = 1; row <= from.length(); row++) {
            var current = new int[to.length() + 1];
            current[0] = row;
            for (var column = 1; column <= to.length(); column++) {
                var changed = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
                current[column] =
                        Math.min(
                                previous[column - 1] + changed,
                                1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
