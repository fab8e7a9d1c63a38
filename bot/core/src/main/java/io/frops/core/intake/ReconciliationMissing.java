package io.frops.core.intake;

import io.frops.core.alert.Alert;
import io.frops.core.alert.AlertKey;
import io.frops.core.alert.GroupId;
import io.frops.core.alert.Notification;
import io.frops.core.alert.Poll;
import io.frops.core.alert.SourceName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Finds alerts that the source holds for us and that no incident has: one notification for each
/// group.
///
/// @param receiver ours
record ReconciliationMissing(SourceName source, String receiver) {
    /// One alert, as the members that answered hold it.
    private record Sighting(List<Poll.Held> held) {
        /// No member says that it is silenced or inhibited, and some member has a group of ours.
        boolean counts(String receiver) {
            return held.stream().allMatch(h -> h.active() && h.receivers().contains(receiver))
                    && held.stream().anyMatch(h -> !h.groups().isEmpty());
        }

        Alert alert() {
            return held.getFirst().alert();
        }

        List<Map<String, String>> groups() {
            return held.stream().flatMap(h -> h.groups().stream()).toList();
        }
    }

    private record Group(GroupId id, Map<String, String> labels) {}

    /// @param wanted which of the alerts that count are to be told
    List<Finding.Missing> in(Poll poll, Predicate<Alert> wanted) {
        Map<GroupId, Map<String, String>> labels =
                new TreeMap<>(Comparator.comparing(GroupId::value));
        Map<GroupId, List<Alert>> alerts = new HashMap<>();
        for (Sighting sighting : sightings(poll)) {
            if (sighting.counts(receiver) && wanted.test(sighting.alert())) {
                Group group = group(sighting);
                labels.put(group.id(), group.labels());
                alerts.computeIfAbsent(group.id(), _ -> new ArrayList<>()).add(sighting.alert());
            }
        }
        return labels.entrySet().stream()
                .map(e -> missing(e.getValue(), alerts.getOrDefault(e.getKey(), List.of())))
                .toList();
    }

    private static Iterable<Sighting> sightings(Poll poll) {
        Map<AlertKey, List<Poll.Held>> byKey = new TreeMap<>();
        for (Poll.Answered member : poll.answered()) {
            for (Poll.Held held : member.held()) {
                byKey.computeIfAbsent(held.alert().key(), _ -> new ArrayList<>()).add(held);
            }
        }
        return byKey.values().stream().map(Sighting::new).toList();
    }

    /// An alert that is in several groups of ours goes to one, always the same: one alert belongs
    /// to one incident.
    private Group group(Sighting sighting) {
        return sighting.groups().stream()
                .map(labels -> new Group(GroupId.of(source, receiver, labels), labels))
                .min(Comparator.comparing(g -> g.id().value()))
                .orElseThrow();
    }

    private Finding.Missing missing(Map<String, String> labels, List<Alert> alerts) {
        return new Finding.Missing(
                new Notification(source, receiver, labels, alerts, 0, false, ""));
    }
}
