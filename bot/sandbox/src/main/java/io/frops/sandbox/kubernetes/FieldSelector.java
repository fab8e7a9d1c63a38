package io.frops.sandbox.kubernetes;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `metadata.name=x,type!=Normal`, over the few fields that each kind can be asked by.
final class FieldSelector {
    private static final Pattern TERM = Pattern.compile("([\\w.]+)(==|=|!=)(.*)");
    private static final Set<String> ALWAYS = Set.of("metadata.name", "metadata.namespace");
    private static final Map<String, Set<String>> MORE =
            Map.of(
                    "pods",
                    Set.of("status.phase", "spec.nodeName", "spec.restartPolicy", "status.podIP"),
                    "events",
                    Set.of(
                            "type",
                            "reason",
                            "involvedObject.kind",
                            "involvedObject.name",
                            "involvedObject.namespace",
                            "involvedObject.uid"));

    private FieldSelector() {}

    /// @throws Refusal when it cannot be read, or names a field that this kind cannot be asked by
    static Predicate<Map<String, Object>> parse(String type, String text) {
        return Arrays.stream(text.split(",", -1))
                .filter(s -> !s.isBlank())
                .map(s -> term(type, s.strip()))
                .reduce(_ -> true, Predicate::and);
    }

    private static Predicate<Map<String, Object>> term(String type, String text) {
        Matcher m = TERM.matcher(text);
        if (!m.matches()) {
            throw Refusal.badRequest(
                    "invalid field selector: \"%s\"; can't understand it".formatted(text));
        }
        String field = m.group(1);
        if (!ALWAYS.contains(field) && !MORE.getOrDefault(type, Set.of()).contains(field)) {
            throw Refusal.badRequest("field label not supported: " + field);
        }
        boolean wanted = !m.group(2).equals("!=");
        return object -> Json.at(object, field).equals(m.group(3)) == wanted;
    }
}
