package io.frops.commands.incident;

import io.frops.core.alert.LabelMatcher;
import io.frops.core.failure.Redaction;
import io.frops.core.incident.Incident;
import io.frops.core.incident.Origin;
import io.frops.core.incident.TrackedAlert;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which labels a silence for an incident matches: its group's, or where these do not say what its
/// alerts carry (a route that groups nothing, a secret that was taken out) those that all its
/// alerts have in common. Pure.
final class Mute {
    private Mute() {}

    /// @return empty when nothing tells this incident's alerts from all others
    static List<LabelMatcher> matchers(Incident incident) {
        return labels(incident).entrySet().stream()
                .map(e -> new LabelMatcher(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing(LabelMatcher::name))
                .toList();
    }

    private static Map<String, String> labels(Incident incident) {
        return switch (incident.origin()) {
            case Origin.Alerting(_, _, var group) ->
                    fits(group, incident) ? group : common(incident);
            case Origin.Declared _, Origin.Heartbeat _ -> Map.of();
        };
    }

    private static boolean fits(Map<String, String> group, Incident incident) {
        return !group.isEmpty()
                && group.values().stream().noneMatch(Redaction::marks)
                && incident.alerts().all().stream()
                        .anyMatch(a -> a.labels().entrySet().containsAll(group.entrySet()));
    }

    private static Map<String, String> common(Incident incident) {
        Map<String, String> common =
                incident.alerts().all().stream()
                        .map(TrackedAlert::labels)
                        .<Map<String, String>>map(HashMap::new)
                        .reduce((a, b) -> {
                            a.entrySet().retainAll(b.entrySet());
                            return a;
                        })
                        .orElseGet(HashMap::new);
        common.values().removeIf(Redaction::marks);
        return common;
    }
}
