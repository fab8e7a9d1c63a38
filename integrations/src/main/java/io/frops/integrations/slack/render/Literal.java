package io.frops.integrations.slack.render;

import java.util.regex.Pattern;

/// Text from outside, made to show character by character in Slack's `mrkdwn`: no mention, no link,
/// no formatting, no emoji, no quote bar.
///
/// Slack has no escape for its formatting characters. A word joiner (U+2060, no width) on both
/// sides takes away the word boundary without which Slack does not format.
final class Literal {
    static final char JOINER = '\u2060';

    private static final Pattern EMOJI = Pattern.compile(":[a-zA-Z0-9_+'-]+:");
    private static final char WIDE_GREATER = '\uFF1E';

    private Literal() {}

    static String of(String raw) {
        String text = raw.replace("\r\n", "\n");
        StringBuilder out = new StringBuilder(text.length() + 16);
        boolean lineStart = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            append(out, text, i, lineStart);
            lineStart = c == '\n' || (lineStart && Character.isWhitespace(c));
        }
        return out.toString();
    }

    /// The three characters that Slack reads as control characters everywhere, code included.
    static String escaped(String raw) {
        return visible(raw).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void append(StringBuilder out, String text, int i, boolean lineStart) {
        char c = text.charAt(i);
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append(lineStart ? JOINER + "&gt;" : "&gt;");
            case WIDE_GREATER -> out.append(lineStart ? "" + JOINER + c : "" + c);
            case '*', '~', '`' -> guarded(out, c);
            case '_' -> underscore(out, text, i);
            case ':' -> colon(out, text, i);
            case '\n', '\t' -> out.append(c);
            default -> out.append(Character.isISOControl(c) ? '\uFFFD' : c);
        }
    }

    /// An underscore within a name opens nothing; left alone, names can still be copied and found.
    private static void underscore(StringBuilder out, String text, int i) {
        boolean within =
                i > 0
                        && i + 1 < text.length()
                        && Character.isLetterOrDigit(text.charAt(i - 1))
                        && Character.isLetterOrDigit(text.charAt(i + 1));
        if (within) {
            out.append('_');
        } else {
            guarded(out, '_');
        }
    }

    private static void colon(StringBuilder out, String text, int i) {
        out.append(':');
        if (EMOJI.matcher(text).region(i, text.length()).lookingAt()) {
            out.append(JOINER);
        }
    }

    private static void guarded(StringBuilder out, char c) {
        if (out.isEmpty() || out.charAt(out.length() - 1) != JOINER) {
            out.append(JOINER);
        }
        out.append(c).append(JOINER);
    }

    private static String visible(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        raw.replace("\r\n", "\n")
                .chars()
                .map(c -> Character.isISOControl(c) && c != '\n' && c != '\t' ? '\uFFFD' : c)
                .forEach(c -> out.append((char) c));
        return out.toString();
    }
}
