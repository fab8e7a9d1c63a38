package io.frops.app.replay;

import io.frops.core.incident.Evolution;
import io.frops.core.incident.Incident;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How one incident went: its events, and which recorded incidents' alerts are in it.
///
/// @param from the recorded incidents that gave it alerts or opened it
public record Course(List<IncidentEvent> events, Set<IncidentId> from) {
    public Course {
        events = List.copyOf(events);
        from = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(from));
    }

    static Course recorded(IncidentId id, List<IncidentEvent> events) {
        return new Course(events, Set.of(id));
    }

    Incident end() {
        return Evolution.replay(events);
    }

    /// How severe it was, in order, each change once.
    List<Severity> severities() {
        List<Severity> all = new ArrayList<>();
        for (IncidentEvent event : events) {
            Severity now =
                    switch (event) {
                        case IncidentEvent.Opened opened -> opened.severity();
                        case IncidentEvent.SeverityRaised(_, var to, _, _) -> to;
                        case IncidentEvent.SeverityInherited(_, var to, _) -> to;
                        case IncidentEvent.SeverityChosen(_, var to, _) -> to;
                        case IncidentEvent _ -> null;
                    };
            add(all, now);
        }
        return all;
    }

    private static void add(List<Severity> all, @Nullable Severity severity) {
        if (severity != null && (all.isEmpty() || all.getLast() != severity)) {
            all.add(severity);
        }
    }

    long count(Class<? extends IncidentEvent> type) {
        return events.stream().filter(type::isInstance).count();
    }
}
