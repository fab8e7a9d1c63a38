package io.frops.integrations.slack.render;

import io.frops.core.chat.Span;
import io.frops.core.chat.Text;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A [Text] as Slack's `mrkdwn`.
final class Mrkdwn {
    private static final Pattern EMOJI = Pattern.compile("[a-z0-9_+'-]{1,100}(::skin-tone-[2-6])?");
    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Mrkdwn() {}

    /// The whole text in one piece, however long.
    static String whole(Text text) {
        return String.join("", pieces(text, Integer.MAX_VALUE));
    }

    /// The text in pieces of at most `most` characters, parted between words where possible;
    /// nothing is left out. None for an empty text.
    static List<String> pieces(Text text, int most) {
        Pieces pieces = new Pieces(most);
        text.spans().forEach(span -> add(pieces, span));
        return pieces.done();
    }

    private static void add(Pieces pieces, Span span) {
        switch (span) {
            case Span.Plain(String text) -> pieces.text(text, Literal::of);
            case Span.Bold(String text) -> bold(pieces, text);
            case Span.Code(String text) -> code(pieces, text);
            case Span.Block(String text) -> block(pieces, text);
            case Span.Link link -> link(pieces, link);
            case Span.Mention(var person) -> pieces.atom("<@" + person + ">");
            case Span.MentionGroup(var group) -> pieces.atom("<!subteam^" + group + ">");
            case Span.Moment(Instant at, Span.Moment.Style style) -> pieces.atom(moment(at, style));
            case Span.Emoji(String name) -> emoji(pieces, name);
            case Span.Break _ -> pieces.atom("\n");
        }
    }

    /// Slack formats within one line only, and not next to a space.
    private static void bold(Pieces pieces, String text) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                pieces.atom("\n");
            }
            String line = lines[i].strip();
            if (!line.isEmpty()) {
                pieces.styled(line, raw -> "*" + Literal.of(raw) + "*");
            }
        }
    }

    /// There is no way to show a back-tick within code: such a text is shown without the style.
    private static void code(Pieces pieces, String text) {
        if (text.contains("\n")) {
            block(pieces, text);
        } else if (text.contains("`") || text.isBlank()) {
            pieces.text(text, Literal::of);
        } else {
            pieces.styled(text, raw -> "`" + Literal.escaped(raw) + "`");
        }
    }

    private static void block(Pieces pieces, String text) {
        if (text.isBlank()) {
            return;
        }
        pieces.freshLine();
        String parted = text.replace("``", "`" + Literal.JOINER + "`");
        pieces.text(parted, raw -> "```\n" + Literal.escaped(raw).stripTrailing() + "\n```");
    }

    private static void link(Pieces pieces, Span.Link link) {
        String url = link.target().toASCIIString();
        String label = link.label().isBlank() ? url : link.label().replace('\n', ' ');
        String shown =
                "<"
                        + Literal.escaped(url.replace("|", "%7C").replace(">", "%3E"))
                        + "|"
                        + Literal.of(label)
                        + ">";
        if (isWeb(link) && shown.length() <= Limits.CONTEXT) {
            pieces.atom(shown);
        } else {
            pieces.text(label.equals(url) ? url : label + " (" + url + ")", Literal::of);
        }
    }

    static boolean isWeb(Span.Link link) {
        return Urls.isWeb(link.target());
    }

    private static void emoji(Pieces pieces, String name) {
        if (EMOJI.matcher(name).matches()) {
            pieces.atom(":" + name + ":");
        } else {
            pieces.text(":" + name + ":", Literal::of);
        }
    }

    /// The reader's local time by Slack's date token, with UTC beside it: two people in two zones
    /// must be able to speak of one moment.
    private static String moment(Instant at, Span.Moment.Style style) {
        String utc = TIME.format(at);
        return switch (style) {
            case FULL ->
                    "<!date^%d^{date_short_pretty}, {time}|%s> (%s)"
                            .formatted(at.getEpochSecond(), DATE_AND_TIME.format(at), utc);
            case TIME -> "<!date^%d^{time}|%s> (%s)".formatted(at.getEpochSecond(), utc, utc);
        };
    }
}
