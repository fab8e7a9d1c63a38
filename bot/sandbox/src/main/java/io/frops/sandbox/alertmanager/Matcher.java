package io.frops.sandbox.alertmanager;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// One condition on a label, as in `name="value"`.
///
/// @param equal false for `!=` and `!~`
record Matcher(String name, String value, boolean regex, boolean equal) {
    private static final Pattern FORM =
            Pattern.compile(
                    "\\s*([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*(=~|!=|!~|=)\\s*(.*?)\\s*", Pattern.DOTALL);
    private static final Pattern QUOTED =
            Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|([^\"]*)", Pattern.DOTALL);
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)", Pattern.DOTALL);

    /// Reads the form of the API's `filter` parameter.
    ///
    /// @throws Refusal 400, worded as Alertmanager does
    static Matcher parse(String text) {
        java.util.regex.Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw Refusal.text(400, "bad matcher format: " + text);
        }
        String operator = form.group(2);
        Matcher matcher =
                new Matcher(
                        form.group(1),
                        unquoted(form.group(3)),
                        operator.endsWith("~"),
                        operator.startsWith("="));
        matcher.check(400, "");
        return matcher;
    }

    private static String unquoted(String text) {
        java.util.regex.Matcher quoted = QUOTED.matcher(text);
        if (!quoted.matches()) {
            throw Refusal.text(400, "matcher value contains unescaped double quote: " + text);
        }
        String inside = quoted.group(1);
        return inside == null
                ? quoted.group(2)
                : ESCAPE.matcher(inside)
                        .replaceAll(m ->
                                java.util.regex.Matcher.quoteReplacement(
                                        switch (m.group(1)) {
                                            case "n" -> "\n";
                                            case "\\", "\"" -> m.group(1);
                                            default -> m.group();
                                        }));
    }

    /// @throws Refusal when the value is no regular expression but should be one
    void check(int status, String prefix) {
        if (regex) {
            compile(status, prefix, value);
        }
    }

    static Pattern compile(int status, String prefix, String expression) {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw Refusal.text(
                    status,
                    prefix
                            + "error parsing regexp: "
                            + e.getDescription()
                            + ": `^(?:"
                            + expression
                            + ")$`");
        }
    }

    boolean matches(Map<String, String> labels) {
        String actual = labels.getOrDefault(name, "");
        boolean fits = regex ? Pattern.matches(value, actual) : value.equals(actual);
        return fits == equal;
    }
}
