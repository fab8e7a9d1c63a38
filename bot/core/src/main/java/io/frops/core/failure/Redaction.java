package io.frops.core.failure;

import java.util.List;
import java.util.regex.Pattern;

/// Takes secrets out of text that is about to be logged, stored or shown: Slack's tokens, bearer
/// and basic credentials, passwords in URLs, and private keys.
public final class Redaction {
    private record Rule(Pattern pattern, String instead) {}

    private static final List<Rule> RULES =
            List.of(
                    new Rule(Pattern.compile("xox[a-z]-[A-Za-z0-9-]+|xapp-[A-Za-z0-9-]+"), "***"),
                    new Rule(
                            Pattern.compile("(?i)\\b(bearer|basic) [A-Za-z0-9+/=._~-]{6,}"),
                            "$1 ***"),
                    new Rule(Pattern.compile("(?<=://)([^\\s/:@]+):[^\\s/@]+@"), "$1:***@"),
                    new Rule(Pattern.compile("frops_[A-Za-z0-9_-]{20,}"), "***"),
                    new Rule(
                            Pattern.compile(
                                    "(?i)\\b(password|passwd|secret|token|api[_-]?key)(\"?\\s*[=:]\\s*\"?)[^\\s\",;&]+"),
                            "$1$2***"),
                    new Rule(
                            Pattern.compile(
                                    "(?s)-----BEGIN [A-Z ]*PRIVATE KEY-----.*?-----END [A-Z ]*PRIVATE KEY-----"),
                            "***"));

    private Redaction() {}

    public static String of(String text) {
        String clean = text;
        for (Rule rule : RULES) {
            clean = rule.pattern().matcher(clean).replaceAll(rule.instead());
        }
        return clean;
    }
}
