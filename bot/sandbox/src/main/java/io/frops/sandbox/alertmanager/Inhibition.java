package io.frops.sandbox.alertmanager;

import java.util.List;
import java.util.Map;

/// While something fires that matches `source`, what matches `target` and has the same `equal`
/// labels is not told.
public record Inhibition(
        Map<String, String> source, Map<String, String> target, List<String> equal) {
    public Inhibition {
        source = Map.copyOf(source);
        target = Map.copyOf(target);
        equal = List.copyOf(equal);
    }

    boolean inhibits(Map<String, String> by, Map<String, String> whom) {
        return Labels.has(by, source)
                && Labels.has(whom, target)
                && !Labels.has(whom, source)
                && equal.stream()
                        .allMatch(l -> by.getOrDefault(l, "").equals(whom.getOrDefault(l, "")));
    }
}
