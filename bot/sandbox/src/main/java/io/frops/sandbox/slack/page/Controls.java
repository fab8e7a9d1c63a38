package io.frops.sandbox.slack.page;

import io.frops.sandbox.slack.workspace.Person;
import io.frops.sandbox.slack.workspace.Usergroup;
import io.frops.sandbox.slack.workspace.Workspace;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What stands between `<` and `>` in Slack's text: links, mentions, dates.
final class Controls {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MMM d, uuuu HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Workspace workspace;

    Controls(Workspace workspace) {
        this.workspace = workspace;
    }

    /// @param inner without the brackets
    String html(String inner) {
        int bar = inner.indexOf('|');
        String target = bar < 0 ? inner : inner.substring(0, bar);
        String label = bar < 0 ? "" : unescape(inner.substring(bar + 1));
        return switch (target.charAt(0)) {
            case '@' -> mention("@" + name(target.substring(1), label));
            case '#' -> channel(target.substring(1), label);
            case '!' -> special(target.substring(1), label);
            default -> url(unescape(target), label);
        };
    }

    /// How it reads where nothing is formatted.
    static String plain(String inner) {
        int bar = inner.indexOf('|');
        return bar < 0 ? inner : inner.substring(bar + 1);
    }

    /// Undoes the three escapes of Slack's text format.
    static String unescape(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /// @param html the label, already HTML
    static String link(String url, String html) {
        return "<a href=\""
                + Html.escape(url)
                + "\" target=\"_blank\" rel=\"noopener noreferrer\">"
                + html
                + "</a>";
    }

    private static String url(String target, String label) {
        String shown = Html.escape(label.isEmpty() ? target.replaceFirst("^mailto:", "") : label);
        boolean safe = target.matches("(?i)(https?://|mailto:).+");
        return safe
                ? link(target, shown)
                : Html.escape("<" + target + (label.isEmpty() ? "" : "|" + label) + ">");
    }

    private static String mention(String shown) {
        return "<span class=\"mention\">" + Html.escape(shown) + "</span>";
    }

    private String name(String id, String label) {
        return workspace.person(id).map(Person::name).orElse(label.isEmpty() ? id : label);
    }

    private String channel(String id, String label) {
        String name = workspace.channel(id).map(c -> c.name()).orElse(label.isEmpty() ? id : label);
        return "<a class=\"mention\""
                + Html.attr("href", "/?channel=" + id)
                + Html.attr("data-goto", id)
                + ">#"
                + Html.escape(name)
                + "</a>";
    }

    private String special(String what, String label) {
        if (what.startsWith("date^")) {
            return date(what, label);
        }
        if (what.startsWith("subteam^")) {
            String id = what.substring("subteam^".length());
            String handle =
                    workspace.groups().stream()
                            .filter(g -> g.id().equals(id))
                            .map(Usergroup::handle)
                            .findFirst()
                            .orElse(label.isEmpty() ? id : label.replaceFirst("^@", ""));
            return mention("@" + handle);
        }
        return switch (what) {
            case "here", "channel", "everyone" ->
                    "<span class=\"mention loud\">@" + what + "</span>";
            default -> Html.escape(label.isEmpty() ? "<!" + what + ">" : label);
        };
    }

    /// `date^UNIX^FORMAT^LINK`; the browser writes it in its own time zone.
    private static String date(String what, String label) {
        String[] parts = what.split("\\^", 4);
        if (parts.length < 3 || !parts[1].matches("\\d{1,11}")) {
            return Html.escape(label);
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(parts[1]));
        String time =
                "<time class=\"date\" datetime=\""
                        + at
                        + "\""
                        + Html.attr("data-unix", parts[1])
                        + Html.attr("data-format", unescape(parts[2]))
                        + Html.attr("title", DATE.format(at))
                        + ">"
                        + Html.escape(label.isEmpty() ? DATE.format(at) : label)
                        + "</time>";
        boolean linked = parts.length == 4 && parts[3].matches("(?i)https?://.+");
        return linked ? link(unescape(parts[3]), time) : time;
    }
}
