package io.frops.core.failure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Takes secrets out of text that is about to be logged, stored or shown: Slack's tokens, bearer
/// and basic credentials, passwords in URLs, and private keys.
public final class Redaction {
    private record Rule(Pattern pattern, String instead) {
        Rule(String pattern, String instead) {
            this(Pattern.compile(pattern), instead);
        }
    }

    private static final String GONE = "***";

    private static final List<Rule> RULES =
            List.of(
                    new Rule("xox[a-z]-[A-Za-z0-9-]+|xapp-[A-Za-z0-9-]+", "***"),
                    new Rule("frops_[A-Za-z0-9_-]{20,}", "***"),
                    new Rule("(?i)\\b(bearer|basic) [A-Za-z0-9+/=._~-]{6,}", "$1 ***"),
                    new Rule("(?<=://)([^\\s/:@]*):[^\\s/@]+@", "$1:***@"),
                    new Rule(
                            "(?s)-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*PRIVATE KEY-----|\\z)",
                            "***"),
                    // Begins at the word itself and never goes back: a label may be megabytes long.
                    new Rule(
                            "(?i)((?:password|passwd|secret|token|api[_-]?key|access[_-]?key)[\\w-]{0,100}+\"?\\s*+[=:]\\s*+)"
                                    + "(?:\"[^\"]*\"|'[^']*'|[^\\s\",;&]+)",
                            "$1***"));

    private Redaction() {}

    /// Each value of a map, by its own name.
    public static Map<String, String> ofValues(Map<String, String> told) {
        Map<String, String> clean = new HashMap<>();
        told.forEach((name, value) -> clean.put(name, of(value)));
        return clean;
    }

    /// Whether something may have been taken out, so that a text cannot stand for the real one.
    public static boolean marks(String text) {
        return text.contains(GONE);
    }

    public static String of(String text) {
        String clean = text;
        for (Rule rule : RULES) {
            clean = rule.pattern().matcher(clean).replaceAll(rule.instead());
        }
        return clean;
    }
}
