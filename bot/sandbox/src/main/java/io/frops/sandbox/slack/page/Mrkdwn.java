package io.frops.sandbox.slack.page;

import io.frops.sandbox.slack.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Slack's text format as safe HTML. Nothing of the source reaches the page unescaped.
final class Mrkdwn {
    private static final char OPEN = '\uE000';
    private static final char SHUT = '\uE001';
    private static final Pattern FENCE = Pattern.compile("```(.+?)```", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("(?<!\\x{2060})`([^`\\n]+)`");
    private static final Pattern CONTROL = Pattern.compile("<([^<>\\n]+)>");
    private static final Pattern URL =
            Pattern.compile("https?://[^\\s<>|`\uE000\uE001]*[^\\s<>|`.,;:!?)\uE000\uE001]");
    private static final Pattern HELD = Pattern.compile(OPEN + "(\\d+)" + SHUT);
    private static final Pattern BOLD = style('*');
    private static final Pattern ITALIC = style('_');
    private static final Pattern STRIKE = style('~');

    private final Emoji emoji;
    private final Controls controls;

    Mrkdwn(Workspace workspace, Emoji emoji) {
        this.emoji = emoji;
        this.controls = new Controls(workspace);
    }

    /// A mark beside a letter or a word joiner (U+2060) is a mark and formats nothing.
    private static Pattern style(char mark) {
        String m = Pattern.quote(String.valueOf(mark));
        return Pattern.compile(
                "(?<![\\w\\x{2060}"
                        + m
                        + "])"
                        + m
                        + "(?=\\S)([^"
                        + m
                        + "\\n]+?)(?<=\\S)"
                        + m
                        + "(?![\\w\\x{2060}"
                        + m
                        + "])");
    }

    /// A `mrkdwn` text.
    String html(String source) {
        List<String> held = new ArrayList<>();
        String text = source.replace(OPEN, ' ').replace(SHUT, ' ');
        text = hold(FENCE, text, held, g -> "<pre class=\"pre\">" + code(g.strip()) + "</pre>");
        text = hold(CODE, text, held, g -> "<code>" + code(g) + "</code>");
        text = hold(CONTROL, text, held, controls::html);
        text =
                hold(
                        URL,
                        Controls.unescape(text),
                        held,
                        url -> Controls.link(url, Html.escape(url)));
        text = emoji.replace(Html.escape(text));
        text = BOLD.matcher(text).replaceAll("<b>$1</b>");
        text = ITALIC.matcher(text).replaceAll("<i>$1</i>");
        text = STRIKE.matcher(text).replaceAll("<s>$1</s>");
        return release(lines(text), held);
    }

    /// A `plain_text`, in which only emoji mean something.
    String plain(String source) {
        return emoji.replace(Html.escape(source)).replace("\n", "<br>");
    }

    private static String code(String source) {
        Matcher link = CONTROL.matcher(source);
        String shown = link.replaceAll(f -> Matcher.quoteReplacement(Controls.plain(f.group(1))));
        return Html.escape(Controls.unescape(shown));
    }

    private static String hold(
            Pattern pattern,
            String text,
            List<String> held,
            java.util.function.UnaryOperator<String> html) {
        return pattern.matcher(text)
                .replaceAll(found -> {
                    String group = found.groupCount() > 0 ? found.group(1) : found.group();
                    held.add(html.apply(group));
                    return Matcher.quoteReplacement(OPEN + "" + (held.size() - 1) + SHUT);
                });
    }

    private static String release(String text, List<String> held) {
        String out = text;
        // What is held may hold something itself: code within a link's label, for one.
        for (int depth = 0; depth < 3 && out.indexOf(OPEN) >= 0; depth++) {
            out =
                    HELD.matcher(out)
                            .replaceAll(f ->
                                    Matcher.quoteReplacement(
                                            held.get(Integer.parseInt(f.group(1)))));
        }
        return out;
    }

    /// Quotes, bullets and line ends.
    private static String lines(String text) {
        StringBuilder out = new StringBuilder();
        boolean quoting = false;
        boolean first = true;
        for (String line : text.split("\n", -1)) {
            boolean quote = line.startsWith("&gt;");
            if (quote != quoting) {
                out.append(quote ? "<blockquote>" : "</blockquote>");
            } else if (!first) {
                out.append("<br>");
            }
            quoting = quote;
            first = false;
            out.append(line(quote ? line.substring(4).stripLeading() : line));
        }
        return out.append(quoting ? "</blockquote>" : "").toString();
    }

    private static String line(String line) {
        String plain = line.stripLeading();
        if (plain.startsWith("• ")) {
            return "<span class=\"bullet\">•&nbsp;" + plain.substring(2) + "</span>";
        }
        return plain.startsWith("◦ ")
                ? "<span class=\"bullet inner\">◦&nbsp;" + plain.substring(2) + "</span>"
                : line;
    }
}
