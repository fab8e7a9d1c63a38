package io.frops.core.incident;

import io.frops.core.incident.IncidentEvent.Acknowledged;
import io.frops.core.incident.IncidentEvent.MergedInto;
import io.frops.core.incident.IncidentEvent.Mitigated;
import io.frops.core.incident.IncidentEvent.Relapsed;
import io.frops.core.incident.IncidentEvent.Reopened;
import io.frops.core.incident.IncidentEvent.Resolved;

/// Which phase an event leads to from which; anything else could not have happened.
final class Transitions {
    private Transitions() {}

    static Phase after(Incident s, IncidentEvent event) {
        return switch (s.phase()) {
            case Phase.Open open -> fromOpen(s, open, event);
            case Phase.Acknowledged acknowledged -> fromAcknowledged(s, acknowledged, event);
            case Phase.Mitigated mitigated -> fromMitigated(s, mitigated, event);
            case Phase.Resolved resolved when event instanceof Reopened -> resolved.reopen();
            case Phase.Merged merged when event instanceof Resolved(var at, _, var keys) ->
                    merged.close(at, keys);
            case Phase.Merged merged when event instanceof Reopened -> merged.undo();
            case Phase.Resolved _, Phase.Merged _ -> throw Evolution.cannot(s, event);
        };
    }

    private static Phase fromOpen(Incident s, Phase.Open open, IncidentEvent event) {
        if (event instanceof Acknowledged(var at, var by)) {
            return open.acknowledge(new Phase.Ack(by, at));
        }
        if (event instanceof Mitigated(var at, _)) {
            return open.mitigate(at);
        }
        return ended(s, event);
    }

    private static Phase fromAcknowledged(
            Incident s, Phase.Acknowledged from, IncidentEvent event) {
        return event instanceof Mitigated(var at, _) ? from.mitigate(at) : ended(s, event);
    }

    private static Phase fromMitigated(Incident s, Phase.Mitigated from, IncidentEvent event) {
        if (event instanceof Acknowledged(var at, var by) && from.ack() == null) {
            return from.acknowledge(new Phase.Ack(by, at));
        }
        return event instanceof Relapsed ? from.relapse() : ended(s, event);
    }

    private static Phase ended(Incident s, IncidentEvent event) {
        if (event instanceof Resolved(var at, var by, var stillFiring)) {
            return new Phase.Resolved(by, at, stillFiring);
        }
        if (event instanceof MergedInto(var at, var target, var by)) {
            return new Phase.Merged(target, by, at);
        }
        throw Evolution.cannot(s, event);
    }
}
