package io.frops.sandbox.alertmanager;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Where alerts go, and by which labels they are grouped.
///
/// @param match labels an alert must have; none takes everything
public record Route(String receiver, Map<String, String> match, List<String> groupBy) {
    public Route {
        match = Map.copyOf(match);
        groupBy = List.copyOf(groupBy);
    }

    boolean takes(Map<String, String> labels) {
        return Labels.has(labels, match);
    }

    Map<String, String> groupLabels(Map<String, String> labels) {
        Map<String, String> group = new TreeMap<>();
        groupBy.stream()
                .filter(labels::containsKey)
                .forEach(name -> group.put(name, labels.get(name)));
        return group;
    }

    /// As `groupKey` begins: the way through the routing tree.
    String path() {
        return match.isEmpty() ? "{}" : "{}/" + Labels.quoted(match);
    }
}
