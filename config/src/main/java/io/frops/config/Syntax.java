package io.frops.config;

import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// Says what is wrong with the YAML itself in words a person can act on.
final class Syntax {
    private Syntax() {}

    static void explain(MarkedYamlEngineException wrong, String text, Mistakes mistakes) {
        Place place = place(wrong, text);
        String problem = String.valueOf(wrong.getProblem()).replaceAll("\\. \\(Do not use.*", "");
        String line = text.lines().skip(place.line() - 1L).findFirst().orElse("");
        if (problem.contains("TAB") || leadingSpace(line).contains("\t")) {
            mistakes.error(
                    place,
                    "",
                    "there is a tab in the indentation.",
                    "Indent with spaces, two a level.");
        } else if (problem.contains("alias")) {
            mistakes.error(
                    place,
                    "",
                    "YAML: " + problem + ".",
                    "Write an anchor (&name) before the alias (*name) that uses it.");
        } else if (problem.contains("but found another document")) {
            mistakes.error(
                    place,
                    "",
                    "a second document begins here.",
                    "Remove the line \"---\": one file holds one document.");
        } else {
            mistakes.error(place, "", "this is not YAML: " + problem + ".", remedy(problem));
        }
    }

    /// What never closes is noticed at the end of the file, but mended where it opens.
    private static Place place(MarkedYamlEngineException wrong, String text) {
        boolean atEnd =
                wrong.getProblemMark()
                        .filter(mark -> mark.getIndex() >= text.stripTrailing().length())
                        .isPresent();
        return Place.of(
                atEnd ? wrong.getContextMark().or(wrong::getProblemMark) : wrong.getProblemMark());
    }

    private static String leadingSpace(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    private static String remedy(String problem) {
        if (problem.contains("mapping values are not allowed")) {
            return "Put a text that contains \": \" in quotes, or look at the indentation of this line.";
        }
        if (problem.contains("cannot start any token")) {
            return "Put a text that begins with this character in quotes.";
        }
        if (problem.contains("expected <block end>")) {
            return "Look at the indentation of this line and of the one above.";
        }
        return "Look at the quotes, brackets and indentation here and in the line above; a text that begins with # needs quotes.";
    }
}
