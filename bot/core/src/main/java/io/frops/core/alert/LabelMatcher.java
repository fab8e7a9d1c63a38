package io.frops.core.alert;

import java.util.Map;

/// A label that must have exactly this value. Never a regular expression, so that no label value
/// can widen it.
public record LabelMatcher(String name, String value) {
    public boolean matches(Map<String, String> labels) {
        return value.equals(labels.getOrDefault(name, ""));
    }
}
