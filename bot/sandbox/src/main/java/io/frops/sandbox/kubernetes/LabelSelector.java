package io.frops.sandbox.kubernetes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// `a=b,c!=d,e in (f,g),h notin (i),j,!k`: all of them must hold.
final class LabelSelector {
    private static final String KEY = "(?<key>[\\w./-]+)";
    private static final Pattern SET =
            Pattern.compile(KEY + "\\s+(?<op>in|notin)\\s*\\((?<values>[^()]*)\\)");
    private static final Pattern EQUALS =
            Pattern.compile(KEY + "\\s*(?<op>==|=|!=)\\s*(?<values>[\\w.-]*)");
    private static final Pattern EXISTS = Pattern.compile("(?<op>!?)\\s*" + KEY);

    private LabelSelector() {}

    /// @throws Refusal when it cannot be read
    static Predicate<Map<String, String>> parse(String text) {
        return requirements(text).stream()
                .map(LabelSelector::requirement)
                .reduce(_ -> true, Predicate::and);
    }

    /// Splits at commas outside parentheses.
    private static List<String> requirements(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        if (!text.isBlank()) {
            parts.add(text.substring(from).strip());
        }
        return parts;
    }

    private static Predicate<Map<String, String>> requirement(String part) {
        Matcher set = SET.matcher(part);
        if (set.matches()) {
            return oneOf(set.group("key"), values(set), set.group("op").equals("in"));
        }
        Matcher equals = EQUALS.matcher(part);
        if (equals.matches()) {
            return oneOf(equals.group("key"), values(equals), !equals.group("op").equals("!="));
        }
        Matcher exists = EXISTS.matcher(part);
        if (exists.matches()) {
            String key = exists.group("key");
            boolean wanted = exists.group("op").isEmpty();
            return labels -> labels.containsKey(key) == wanted;
        }
        throw Refusal.badRequest(
                "found '" + part + "', expected: !, identifier, or 'end of string'");
    }

    /// As Kubernetes has it: what lacks the label matches `!=` and `notin`.
    private static Predicate<Map<String, String>> oneOf(
            String key, Set<String> values, boolean wanted) {
        return labels -> (labels.containsKey(key) && values.contains(labels.get(key))) == wanted;
    }

    private static Set<String> values(Matcher m) {
        return Arrays.stream(m.group("values").split(",", -1))
                .map(String::strip)
                .collect(Collectors.toSet());
    }
}
