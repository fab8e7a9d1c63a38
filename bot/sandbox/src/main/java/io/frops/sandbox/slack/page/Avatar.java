package io.frops.sandbox.slack.page;

import io.frops.sandbox.slack.workspace.Person;
import java.util.List;

/// A person's picture: initials on a colour that stays the same; the bot has a sign of its own.
final class Avatar {
    private static final List<String> COLOURS =
            List.of(
                    "#2b7bb9", "#8d5fb5", "#c2553b", "#2f8f6b", "#b8860b", "#b0436e", "#4a6fa5",
                    "#6b7d3a");

    private Avatar() {}

    static String html(Person person, String size) {
        String inner =
                person.kind() == Person.Kind.BOT
                        ? "<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path fill=\"currentColor\" d=\"M3 12h4l2-6 4 13 3-9 1.5 2H21v2h-4.6l-.9-1.2L12.900 22 8.900 9.200 8.400 14H3z\"/></svg>"
                        : Html.escape(initials(person.realName()));
        String colour =
                person.kind() == Person.Kind.BOT
                        ? "#3f0e40"
                        : COLOURS.get(Math.floorMod(person.id().hashCode(), COLOURS.size()));
        return "<span class=\"avatar "
                + size
                + "\" style=\"--c:"
                + colour
                + "\" aria-hidden=\"true\">"
                + inner
                + "</span>";
    }

    private static String initials(String name) {
        StringBuilder letters = new StringBuilder();
        for (String word : name.split(" ", -1)) {
            if (!word.isEmpty() && letters.length() < 2) {
                letters.appendCodePoint(word.codePointAt(0));
            }
        }
        return letters.toString();
    }
}
