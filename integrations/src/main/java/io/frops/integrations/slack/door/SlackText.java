package io.frops.integrations.slack.door;

import io.frops.core.chat.Words;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a person typed, out of what Slack made of it.
final class SlackText {
    private static final Pattern TOKEN = Pattern.compile("<([^<>|]+)(?:\\|([^<>]*))?>");
    private static final Pattern MENTION = Pattern.compile("<@[UW][A-Z0-9]+(?:\\|[^<>]*)?>");

    private SlackText() {}

    /// People, groups and channels become their ids, links their addresses; then words.
    static Words.Split words(@Nullable String text) {
        String plain =
                TOKEN.matcher(text == null ? "" : text)
                        .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(plain(m)));
        return Words.split(plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
    }

    /// The words after the mention of the bot.
    static String afterMention(@Nullable String text, @Nullable String bot) {
        String said = text == null ? "" : text;
        if (bot != null) {
            int own = said.indexOf("<@" + bot);
            if (own >= 0) {
                return said.substring(said.indexOf('>', own) + 1);
            }
        }
        var mention = MENTION.matcher(said);
        return mention.find() ? said.substring(mention.end()) : said;
    }

    private static String plain(MatchResult token) {
        String what = token.group(1);
        String label = token.group(2);
        if (what.startsWith("@") || what.startsWith("#")) {
            return what.substring(1);
        }
        if (what.startsWith("!subteam^")) {
            return what.substring("!subteam^".length());
        }
        if (what.startsWith("!date^")) {
            return label == null ? what : label;
        }
        if (what.startsWith("!")) {
            return "@" + what.substring(1);
        }
        return what.startsWith("mailto:") ? what.substring("mailto:".length()) : what;
    }
}
