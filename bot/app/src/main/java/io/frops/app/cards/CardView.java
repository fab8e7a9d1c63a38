package io.frops.app.cards;

import io.frops.core.chat.Message;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.StoredIncident;
import java.time.Instant;
import java.util.Optional;

/// How an incident looks in a channel. Pure.
public interface CardView {
    Message card(StoredIncident incident, Instant now);

    /// What the thread says of one event, if anything.
    Optional<Line> line(StoredIncident incident, IncidentEvent event);

    /// @param broadcast shown in the channel too
    record Line(Message message, boolean broadcast) {}
}
