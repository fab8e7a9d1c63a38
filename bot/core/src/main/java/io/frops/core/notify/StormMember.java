package io.frops.core.notify;

import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Lagging;
import io.frops.core.incident.Phase;
import io.frops.core.incident.Severity;
import io.frops.core.incident.StoredIncident;
import java.time.Instant;
import java.util.Comparator;

/// One incident of a storm, as far as the storm's card tells of it.
///
/// @param version the incident's version that this was read from
/// @param openedAt when it was first written
/// @param own whether it has a card of its own, or will have one
public record StormMember(
        IncidentId id,
        long version,
        Severity severity,
        Stage stage,
        String service,
        String summary,
        Instant openedAt,
        boolean own) {
    /// The most severe first, then the oldest.
    public static final Comparator<StormMember> WORST_FIRST =
            Comparator.comparing(StormMember::severity)
                    .thenComparing(StormMember::openedAt)
                    .thenComparing(StormMember::id);

    /// How far people are with it.
    public enum Stage {
        OPEN,
        ACKNOWLEDGED,
        MITIGATED,
        RESOLVED;

        static Stage of(Phase phase) {
            return switch (phase) {
                case Phase.Open _ -> OPEN;
                case Phase.Acknowledged _ -> ACKNOWLEDGED;
                case Phase.Mitigated _ -> MITIGATED;
                case Phase.Resolved _, Phase.Merged _ -> RESOLVED;
            };
        }

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public static StormMember of(StoredIncident stored) {
        return of(Lagging.of(stored));
    }

    public static StormMember of(Lagging incident) {
        return new StormMember(
                incident.id(),
                incident.version(),
                incident.severity(),
                Stage.of(incident.phase()),
                incident.subject().service(),
                incident.subject().summary(),
                incident.subject().openedAt(),
                false);
    }

    public StormMember withOwn() {
        return new StormMember(id, version, severity, stage, service, summary, openedAt, true);
    }

    /// Whether people still have to do with it.
    public boolean active() {
        return stage != Stage.RESOLVED;
    }
}
