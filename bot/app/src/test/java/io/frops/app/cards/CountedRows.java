package io.frops.app.cards;

import io.frops.core.chat.MessageRef;
import io.frops.core.incident.IncidentId;
import io.frops.core.memory.MemoryCards;
import io.frops.core.notify.CardRow;
import io.frops.core.notify.CardStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Rows in memory that count how often they are read.
final class CountedRows implements CardStore {
    private final MemoryCards rows = new MemoryCards();
    private int reads;

    int reads() {
        return reads;
    }

    @Override
    public List<CardRow> of(IncidentId incident) {
        reads++;
        return rows.of(incident);
    }

    @Override
    public Optional<IncidentId> incidentAt(MessageRef message) {
        return rows.incidentAt(message);
    }

    @Override
    public Set<IncidentId> carded(Collection<IncidentId> incidents) {
        return rows.carded(incidents);
    }

    @Override
    public boolean insert(CardRow row) {
        return rows.insert(row);
    }

    @Override
    public boolean replace(CardRow row) {
        return rows.replace(row);
    }
}
