package io.frops.app.cards;

import io.frops.core.access.Actor;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.StoredIncident;

/// What is shown before what: a person's click, then new SEV1-2, then changes, then counts.
public enum Urgency {
    CLICK,
    NEW_SEVERE,
    STATE,
    COUNT;

    static Urgency of(StoredIncident incident) {
        if (incident.events().isEmpty()) {
            // They are on pages, and large.
            return STATE;
        }
        IncidentEvent last = incident.events().getLast();
        return switch (last) {
            case IncidentEvent.Acknowledged _,
                    IncidentEvent.Escalated _,
                    IncidentEvent.SeverityChosen _,
                    IncidentEvent.NoteAdded _,
                    IncidentEvent.Silenced _,
                    IncidentEvent.MergedInto _ ->
                    CLICK;
            case IncidentEvent.Resolved(_, var by, _) -> by instanceof Actor.Human ? CLICK : STATE;
            case IncidentEvent.Reopened(_, var by, _) -> by instanceof Actor.Human ? CLICK : STATE;
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
            case IncidentEvent.SeverityRaised _,
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
