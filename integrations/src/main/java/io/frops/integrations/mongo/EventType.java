package io.frops.integrations.mongo;

import io.frops.core.incident.IncidentEvent;
import java.util.Optional;
import java.util.stream.Stream;

/// The types of event that are written. A word that was ever released is never given another
/// meaning; a change of fields raises `schema`, and the reader goes on reading the older ones.
enum EventType {
    OPENED("Opened", 1),
    ALERTS_FIRED("AlertsFired", 2),
    ALERTS_RESOLVED("AlertsResolved", 2),
    ALERTS_PRESUMED_GONE("AlertsPresumedGone", 1),
    ALERTS_SEEN("AlertsSeen", 1),
    SEVERITY_RAISED("SeverityRaised", 1),
    SEVERITY_INHERITED("SeverityInherited", 1),
    SEVERITY_CHOSEN("SeverityChosen", 1),
    ACKNOWLEDGED("Acknowledged", 1),
    ESCALATED("Escalated", 1),
    TARGET_MISSED("TargetMissed", 1),
    STEP_REACHED("StepReached", 1),
    MITIGATED("Mitigated", 1),
    RELAPSED("Relapsed", 1),
    RESOLVED("Resolved", 1),
    REOPENED("Reopened", 1),
    NOTE_ADDED("NoteAdded", 1),
    SILENCED("Silenced", 1),
    SILENCE_ENDED("SilenceEnded", 1),
    MERGED_INTO("MergedInto", 1),
    DUPLICATE_CHANGED("DuplicateChanged", 2),
    WARNED("Warned", 1),
    WARNING_LIFTED("WarningLifted", 1);

    private final String word;
    private final int schema;

    EventType(String word, int schema) {
        this.word = word;
        this.schema = schema;
    }

    String word() {
        return word;
    }

    /// The newest form of this type's fields that is known here.
    int schema() {
        return schema;
    }

    static Optional<EventType> named(String word) {
        return Stream.of(values()).filter(t -> t.word.equals(word)).findFirst();
    }

    static EventType of(IncidentEvent event) {
        return switch (event) {
            case IncidentEvent.Opened _ -> OPENED;
            case IncidentEvent.AlertsFired _ -> ALERTS_FIRED;
            case IncidentEvent.AlertsResolved _ -> ALERTS_RESOLVED;
            case IncidentEvent.AlertsPresumedGone _ -> ALERTS_PRESUMED_GONE;
            case IncidentEvent.AlertsSeen _ -> ALERTS_SEEN;
            case IncidentEvent.SeverityRaised _ -> SEVERITY_RAISED;
            case IncidentEvent.SeverityInherited _ -> SEVERITY_INHERITED;
            case IncidentEvent.SeverityChosen _ -> SEVERITY_CHOSEN;
            case IncidentEvent.Acknowledged _ -> ACKNOWLEDGED;
            case IncidentEvent.Escalated _ -> ESCALATED;
            case IncidentEvent.TargetMissed _ -> TARGET_MISSED;
            case IncidentEvent.StepReached _ -> STEP_REACHED;
            case IncidentEvent.Mitigated _ -> MITIGATED;
            case IncidentEvent.Relapsed _ -> RELAPSED;
            case IncidentEvent.Resolved _ -> RESOLVED;
            case IncidentEvent.Reopened _ -> REOPENED;
            case IncidentEvent.NoteAdded _ -> NOTE_ADDED;
            case IncidentEvent.Silenced _ -> SILENCED;
            case IncidentEvent.SilenceEnded _ -> SILENCE_ENDED;
            case IncidentEvent.MergedInto _ -> MERGED_INTO;
            case IncidentEvent.DuplicateChanged _ -> DUPLICATE_CHANGED;
            case IncidentEvent.Warned _ -> WARNED;
            case IncidentEvent.WarningLifted _ -> WARNING_LIFTED;
        };
    }
}
