package io.frops.app.replay;

import io.frops.core.alert.GroupId;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.StoredIncident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The recorded incidents beside what another configuration makes of the same facts. Pure.
///
/// @param replayed how many incidents were opened in the period and folded again
/// @param rows those that would differ, by number
/// @param totals by person's name, how often they would be called
/// @param unread incidents whose first events are not at hand
public record Comparison(
        int replayed, List<Row> rows, Map<String, Total> totals, List<IncidentId> unread) {
    public Comparison {
        rows = List.copyOf(rows);
        totals = java.util.Collections.unmodifiableMap(new TreeMap<>(totals));
        unread = List.copyOf(unread);
    }

    /// An incident and what would differ about it.
    public record Row(IncidentId id, Instant openedAt, List<String> differences) {
        public Row {
            differences = List.copyOf(differences);
        }
    }

    /// Calls of one person.
    public record Total(int before, int after) {
        private Total plus(int more, int moreAfter) {
            return new Total(before + more, after + moreAfter);
        }
    }

    /// @param stored all incidents since `from` and those before them in their groups
    /// @param changed the configuration that is tried
    /// @param running the configuration that was in force
    public static Comparison of(
            List<StoredIncident> stored,
            Setup changed,
            Setup running,
            Instant from,
            Instant until,
            Function<Instant, String> moments) {
        Gathering all = new Gathering(new Differences(changed, running, until, moments), from);
        List<IncidentId> unread = new ArrayList<>();
        Map<GroupId, List<StoredIncident>> groups = new LinkedHashMap<>();
        for (StoredIncident incident : stored) {
            if (incident.firstSeq() == 1) {
                groups.computeIfAbsent(incident.state().group(), _ -> new ArrayList<>())
                        .add(incident);
            } else if (!opened(incident).isBefore(from)) {
                unread.add(incident.id());
            }
        }
        groups.values().forEach(g -> all.add(g, Refold.of(g, changed, running, until)));
        return new Comparison(all.replayed, List.copyOf(all.rows.values()), all.totals, unread);
    }

    private static Instant opened(StoredIncident incident) {
        return incident.state().subject().openedAt();
    }

    private static final class Gathering {
        private final Differences differences;
        private final Instant from;
        private final Map<IncidentId, Row> rows = new TreeMap<>();
        private final Map<String, Total> totals = new TreeMap<>();
        private int replayed;

        Gathering(Differences differences, Instant from) {
            this.differences = differences;
            this.from = from;
        }

        void add(List<StoredIncident> group, List<Course> courses) {
            Set<IncidentId> recent =
                    group.stream()
                            .filter(i -> !opened(i).isBefore(from))
                            .map(StoredIncident::id)
                            .collect(Collectors.toSet());
            for (StoredIncident incident : group) {
                if (recent.contains(incident.id())) {
                    compare(incident, courses);
                }
            }
            courses.stream()
                    .filter(c -> recent.contains(c.from().iterator().next()))
                    .flatMap(c -> differences.after(c).stream())
                    .forEach(c -> totals.merge(c.name(), new Total(0, 1), (a, _) -> a.plus(0, 1)));
        }

        private void compare(StoredIncident incident, List<Course> courses) {
            replayed++;
            Course recorded = Course.recorded(incident.id(), incident.events());
            List<Course> mine =
                    courses.stream().filter(c -> c.from().contains(incident.id())).toList();
            List<String> found = differences.of(incident.id(), recorded, mine);
            if (!found.isEmpty()) {
                rows.put(incident.id(), new Row(incident.id(), opened(incident), found));
            }
            differences
                    .before(recorded)
                    .forEach(c -> totals.merge(c.name(), new Total(1, 0), (a, _) -> a.plus(1, 0)));
        }
    }
}
