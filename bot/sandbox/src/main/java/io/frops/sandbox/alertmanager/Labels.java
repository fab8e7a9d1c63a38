package io.frops.sandbox.alertmanager;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What is done with sets of labels.
final class Labels {
    private Labels() {}

    static boolean has(Map<String, String> labels, Map<String, String> wanted) {
        return wanted.entrySet().stream()
                .allMatch(w -> w.getValue().equals(labels.getOrDefault(w.getKey(), "")));
    }

    /// `{a="b", c="d"}`, in the order of the names.
    static String quoted(Map<String, String> labels) {
        return new TreeMap<>(labels)
                .entrySet().stream()
                        .map(e -> e.getKey() + "=" + quoted(e.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
