package io.frops.core.incident;

import io.frops.core.access.Actor;
import io.frops.core.alert.AlertKey;
import io.frops.core.alert.GroupId;
import io.frops.core.alert.SourceName;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Something that happened to an incident. Timeline, figures and report come from these and from
/// nothing else.
public sealed interface IncidentEvent {
    /// When, UTC; never before the event before it.
    Instant at();

    record Opened(
            Instant at,
            IncidentId id,
            GroupId group,
            Origin origin,
            Severity severity,
            Basis basis,
            Subject subject)
            implements IncidentEvent {}

    record AlertsFired(Instant at, List<GradedAlert> alerts) implements IncidentEvent {
        public AlertsFired {
            alerts = List.copyOf(alerts);
        }
    }

    record AlertsResolved(Instant at, List<ClearedAlert> alerts) implements IncidentEvent {
        public AlertsResolved {
            alerts = List.copyOf(alerts);
        }
    }

    record AlertsPresumedGone(Instant at, Set<AlertKey> keys) implements IncidentEvent {
        public AlertsPresumedGone {
            keys = Set.copyOf(keys);
        }
    }

    /// The source repeated what was known.
    record AlertsSeen(Instant at) implements IncidentEvent {}

    record SeverityRaised(Instant at, Severity to, Basis basis, AlertKey cause)
            implements IncidentEvent {}

    /// A duplicate that counts here is worse than this incident was.
    record SeverityInherited(Instant at, Severity to, IncidentId from) implements IncidentEvent {}

    record SeverityChosen(Instant at, Severity to, Actor by) implements IncidentEvent {}

    record Acknowledged(Instant at, Actor by) implements IncidentEvent {}

    record Escalated(Instant at, int level, Actor by, String reason) implements IncidentEvent {}

    /// The response target passed and nobody had acknowledged.
    record TargetMissed(Instant at) implements IncidentEvent {}

    /// A level's turn in the escalation came and nobody had acknowledged. The card shows whose turn
    /// it is; the thread does not tell it.
    record StepReached(Instant at, int level) implements IncidentEvent {}

    /// Everything clear, or a person said that the harm has stopped.
    record Mitigated(Instant at, Actor by) implements IncidentEvent {}

    /// It fires again before it was resolved.
    record Relapsed(Instant at) implements IncidentEvent {}

    record Resolved(Instant at, Actor by, Set<AlertKey> stillFiring) implements IncidentEvent {
        public Resolved {
            stillFiring = Set.copyOf(stillFiring);
        }
    }

    record Reopened(Instant at, Actor by, Cause cause) implements IncidentEvent {
        /// Why.
        public enum Cause {
            FIRED_AGAIN,
            STILL_FIRING,
            PERSON,
            /// What it was merged into was over already.
            TARGET_WAS_OVER
        }
    }

    record NoteAdded(Instant at, Actor by, String text) implements IncidentEvent {}

    record Silenced(Instant at, Silence silence, String matchers) implements IncidentEvent {}

    record SilenceEnded(Instant at, SourceName source, String silenceId, Actor by)
            implements IncidentEvent {}

    record MergedInto(Instant at, IncidentId target, Actor by) implements IncidentEvent {}

    record DuplicateChanged(Instant at, Duplicate duplicate) implements IncidentEvent {}

    record Warned(Instant at, Badge badge) implements IncidentEvent {}

    record WarningLifted(Instant at, Badge.Kind kind, Actor by) implements IncidentEvent {}

    /// Whether a person did it, who then looks at the card.
    default boolean clicked() {
        return switch (this) {
            case Acknowledged _,
                    Escalated _,
                    SeverityChosen _,
                    NoteAdded _,
                    Silenced _,
                    MergedInto _ ->
                    true;
            case Resolved(_, var by, _) -> by instanceof Actor.Human;
            case Reopened(_, var by, _) -> by instanceof Actor.Human;
            case Opened _,
                    AlertsFired _,
                    AlertsResolved _,
                    AlertsPresumedGone _,
                    AlertsSeen _,
                    DuplicateChanged _,
                    StepReached _,
                    SeverityRaised _,
                    SeverityInherited _,
                    TargetMissed _,
                    Mitigated _,
                    Relapsed _,
                    SilenceEnded _,
                    Warned _,
                    WarningLifted _ ->
                    false;
        };
    }

    /// Whether card or thread show it; what neither shows leaves no card behind.
    default boolean shown() {
        return !(this instanceof AlertsSeen);
    }
}
