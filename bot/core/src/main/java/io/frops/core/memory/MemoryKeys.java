package io.frops.core.memory;

import io.frops.core.store.KeyStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/// Keeps small documents in memory.
public final class MemoryKeys implements KeyStore {
    private final ConcurrentSkipListMap<String, Entry> entries = new ConcurrentSkipListMap<>();

    @Override
    public Optional<Entry> get(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    @Override
    public boolean put(
            String id, long expected, Map<String, String> fields, @Nullable Instant expires) {
        Entry next = new Entry(id, expected + 1, fields, expires);
        if (expected == ABSENT) {
            return entries.putIfAbsent(id, next) == null;
        }
        Entry stored = entries.get(id);
        return stored != null && stored.version() == expected && entries.replace(id, stored, next);
    }

    @Override
    public boolean remove(String id, long expected) {
        Entry stored = entries.get(id);
        return stored != null && stored.version() == expected && entries.remove(id, stored);
    }

    @Override
    public List<Entry> startingWith(String prefix) {
        return entries.tailMap(prefix, true).values().stream()
                .takeWhile(e -> e.id().startsWith(prefix))
                .toList();
    }
}
