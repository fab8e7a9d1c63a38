package io.frops.app.replay;

import io.frops.core.access.Actor;
import io.frops.core.incident.Evolution;
import io.frops.core.incident.Incident;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.Origin;
import io.frops.core.incident.Phase;
import org.jspecify.annotations.Nullable;

/// Which recorded events are facts, and which followed from others.
final class Told {
    private Told() {}

    static boolean byPerson(Actor actor) {
        return switch (actor) {
            case Actor.Human _ -> true;
            case Actor.Bot _ -> false;
        };
    }

    static boolean merged(@Nullable Incident state) {
        return state != null && state.phase() instanceof Phase.Merged;
    }

    /// Whether its ups and downs follow from alerts, rather than from a heartbeat.
    static boolean ofAlerts(@Nullable Incident state) {
        return state == null || !(state.origin() instanceof Origin.Heartbeat);
    }

    /// Whether time may have been what made it.
    static boolean timed(IncidentEvent event) {
        return switch (event) {
            case IncidentEvent.TargetMissed _, IncidentEvent.StepReached _ -> true;
            case IncidentEvent.Resolved(_, var by, _) -> !byPerson(by);
            case IncidentEvent.Reopened(_, _, var cause) ->
                    cause == IncidentEvent.Reopened.Cause.STILL_FIRING;
            case IncidentEvent _ -> false;
        };
    }

    static boolean possible(Incident state, IncidentEvent event) {
        try {
            Evolution.evolve(state, event);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
