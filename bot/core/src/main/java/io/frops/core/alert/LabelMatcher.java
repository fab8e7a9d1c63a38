package io.frops.core.alert;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A label that must have exactly this value. Never a regular expression, so that no label value
/// can widen it.
public record LabelMatcher(String name, String value) {
    public boolean matches(Map<String, String> labels) {
        return value.equals(labels.getOrDefault(name, ""));
    }

    /// As Alertmanager writes it.
    @Override
    public String toString() {
        return name + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /// All of them, as Alertmanager writes them.
    public static String words(List<LabelMatcher> matchers) {
        return matchers.stream().map(LabelMatcher::toString).collect(Collectors.joining(", "));
    }
}
