package io.frops.core.notify;

import io.frops.core.chat.MessageRef;
import io.frops.core.incident.IncidentId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rows that keep each card single. Methods may throw
/// [io.frops.core.failure.IntegrationException].
public interface CardStore {
    List<CardRow> of(IncidentId incident);

    /// The incident whose card a message is.
    Optional<IncidentId> incidentAt(MessageRef message);

    /// Which of these incidents have a row.
    Set<IncidentId> carded(Collection<IncidentId> incidents);

    /// @return false when there is a row for this incident and channel already
    boolean insert(CardRow row);

    /// Writes `row` if the stored one still has the version before it.
    boolean replace(CardRow row);
}
