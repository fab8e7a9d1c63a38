package io.frops.core.memory;

import io.frops.core.chat.ChannelId;
import io.frops.core.chat.MessageRef;
import io.frops.core.incident.IncidentId;
import io.frops.core.notify.CardRow;
import io.frops.core.notify.CardStore;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Keeps card rows in memory.
public final class MemoryCards implements CardStore {
    private record Key(IncidentId incident, ChannelId channel) {}

    private final ConcurrentHashMap<Key, CardRow> rows = new ConcurrentHashMap<>();

    @Override
    public List<CardRow> of(IncidentId incident) {
        return rows.values().stream()
                .filter(r -> r.incident().equals(incident))
                .sorted(Comparator.comparing(r -> r.channel().value()))
                .toList();
    }

    @Override
    public Optional<IncidentId> incidentAt(MessageRef message) {
        return rows.values().stream()
                .filter(r -> r.message().filter(message::equals).isPresent())
                .map(CardRow::incident)
                .findFirst();
    }

    @Override
    public Set<IncidentId> carded(Collection<IncidentId> incidents) {
        Set<IncidentId> asked = Set.copyOf(incidents);
        return rows.keySet().stream()
                .map(Key::incident)
                .filter(asked::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean insert(CardRow row) {
        return rows.putIfAbsent(key(row), row) == null;
    }

    @Override
    public boolean replace(CardRow row) {
        CardRow stored = rows.get(key(row));
        return stored != null
                && stored.version() == row.version() - 1
                && rows.replace(key(row), stored, row);
    }

    private static Key key(CardRow row) {
        return new Key(row.incident(), row.channel());
    }
}
