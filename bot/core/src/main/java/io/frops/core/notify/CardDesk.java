package io.frops.core.notify;

import io.frops.core.chat.MessageRef;
import io.frops.core.incident.IncidentId;
import java.net.URI;
import java.util.Optional;

/// Where people ask for an incident's own card.
public interface CardDesk {
    /// Makes sure that the incident gets a card of its own, soon and once. Durable when it returns.
    ///
    /// @throws io.frops.core.failure.IntegrationException when the store failed
    void ask(IncidentId id);

    /// A link to a message; empty when the chat does not tell in time.
    Optional<URI> link(MessageRef message);
}
