package io.frops.app.cards;

import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.Lagging;
import io.frops.core.incident.StoredIncident;

/// What is shown before what: a person's click, then new SEV1-2, then changes, then counts.
public enum Urgency {
    CLICK,
    NEW_SEVERE,
    STATE,
    COUNT;

    /// What the store tells does not tell counts from changes.
    static Urgency of(Lagging lagging) {
        if (lagging.clicked()) {
            return CLICK;
        }
        boolean severe = lagging.version() == 1 && lagging.severity().number() <= 2;
        return severe ? NEW_SEVERE : STATE;
    }

    static Urgency of(StoredIncident incident) {
        if (incident.clicked()) {
            return CLICK;
        }
        if (incident.events().isEmpty()) {
            // They are on pages, and large.
            return STATE;
        }
        IncidentEvent last = incident.events().getLast();
        return switch (last) {
            case IncidentEvent.AlertsFired _, IncidentEvent.Opened _, IncidentEvent.Warned _ ->
                    incident.version() == 1 && incident.state().severity().number() <= 2
                            ? NEW_SEVERE
                            : STATE;
            case IncidentEvent.AlertsResolved _,
                    IncidentEvent.AlertsPresumedGone _,
                    IncidentEvent.AlertsSeen _,
                    IncidentEvent.DuplicateChanged _,
                    IncidentEvent.StepReached _ ->
                    COUNT;
            case IncidentEvent.Acknowledged _,
                    IncidentEvent.Escalated _,
                    IncidentEvent.SeverityChosen _,
                    IncidentEvent.NoteAdded _,
                    IncidentEvent.Silenced _,
                    IncidentEvent.MergedInto _,
                    IncidentEvent.Resolved _,
                    IncidentEvent.Reopened _,
                    IncidentEvent.SeverityRaised _,
                    IncidentEvent.SeverityInherited _,
                    IncidentEvent.TargetMissed _,
                    IncidentEvent.Mitigated _,
                    IncidentEvent.Relapsed _,
                    IncidentEvent.SilenceEnded _,
                    IncidentEvent.WarningLifted _ ->
                    STATE;
        };
    }

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
