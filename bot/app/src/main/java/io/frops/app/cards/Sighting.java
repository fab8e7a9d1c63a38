package io.frops.app.cards;

import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Lagging;
import io.frops.core.incident.StoredIncident;
import io.frops.core.notify.StormMember;
import java.time.Instant;

/// An incident was seen to lag, and what of it must be known to choose what is shown next.
///
/// @param at when it was seen
record Sighting(StormMember seen, Urgency urgency, Instant at) {
    static Sighting of(StoredIncident incident, Urgency urgency, Instant at) {
        return new Sighting(StormMember.of(incident), urgency, at);
    }

    /// As the store tells of it: another replica may have changed it.
    static Sighting of(Lagging lagging, Instant at) {
        return new Sighting(StormMember.of(lagging), Urgency.of(lagging), at);
    }

    IncidentId id() {
        return seen.id();
    }

    /// Both in one: lagging since the first, as urgent as the more urgent.
    Sighting with(Sighting next) {
        return new Sighting(
                seen.version() > next.seen.version() ? seen : next.seen,
                urgency.compareTo(next.urgency) < 0 ? urgency : next.urgency,
                at);
    }
}
