package io.frops.core.memory;

import io.frops.core.alert.GroupId;
import io.frops.core.incident.Due;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.IncidentStore;
import io.frops.core.incident.Lagging;
import io.frops.core.incident.Listed;
import io.frops.core.incident.Lookup;
import io.frops.core.incident.Phase;
import io.frops.core.incident.StoredIncident;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps incidents in memory.
public final class MemoryIncidents implements IncidentStore {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<GroupId, StoredIncident> current = new HashMap<>();
    private final Map<IncidentId, StoredIncident> history = new TreeMap<>();
    private int lastNumber;

    @Override
    public Lookup look(GroupId group) {
        return locked(() -> lookup(Optional.ofNullable(current.get(group))));
    }

    @Override
    public Lookup look(IncidentId id) {
        return locked(() -> lookup(currentById(id).or(() -> Optional.ofNullable(history.get(id)))));
    }

    private static Lookup lookup(Optional<StoredIncident> found) {
        return found.<Lookup>map(Lookup.Understood::new).orElseGet(Lookup.Absent::new);
    }

    @Override
    public List<StoredIncident> current() {
        return locked(() -> byNumber(current.values().stream()));
    }

    @Override
    public List<Due> due(Instant until) {
        return locked(() ->
                current.values().stream()
                        .flatMap(MemoryIncidents::due)
                        .filter(due -> !due.at().isAfter(until))
                        .sorted(Comparator.comparing(Due::at).thenComparing(Due::id))
                        .toList());
    }

    private static Stream<Due> due(StoredIncident stored) {
        Instant at = stored.due();
        return at == null ? Stream.of() : Stream.of(new Due(stored.id(), stored.version(), at));
    }

    @Override
    public Listed listed() {
        return new Listed(current().stream().map(Lagging::of).toList(), List.of());
    }

    @Override
    public List<Lagging> behind() {
        return locked(() ->
                byNumber(
                                Stream.concat(current.values().stream(), history.values().stream())
                                        .filter(StoredIncident::behind))
                        .stream()
                        .map(Lagging::of)
                        .toList());
    }

    @Override
    public StoredIncident whole(StoredIncident stored) {
        return stored;
    }

    @Override
    public List<StoredIncident> closed(int most) {
        return locked(() ->
                Stream.concat(history.values().stream(), current.values().stream())
                        .filter(s -> s.state().resolved())
                        .sorted(Comparator.comparing(MemoryIncidents::closedAt).reversed())
                        .limit(most)
                        .toList());
    }

    @Override
    public IncidentId nextId() {
        return locked(() -> new IncidentId(++lastNumber));
    }

    @Override
    public Insert insert(StoredIncident first) {
        return locked(() -> {
            if (current.containsKey(first.state().group())) {
                return Insert.GROUP_TAKEN;
            }
            if (currentById(first.id()).isPresent() || history.containsKey(first.id())) {
                return Insert.NUMBER_TAKEN;
            }
            current.put(first.state().group(), first);
            return Insert.DONE;
        });
    }

    @Override
    public boolean replace(StoredIncident next) {
        return locked(() -> put(next.id(), next.version() - 1, next));
    }

    @Override
    public boolean shown(IncidentId id, long version) {
        return locked(() -> {
            Optional<StoredIncident> stored =
                    currentById(id).or(() -> Optional.ofNullable(history.get(id)));
            return stored.isPresent() && put(id, version, stored.get().shown());
        });
    }

    @Override
    public boolean reschedule(IncidentId id, long version, @Nullable Instant due) {
        return locked(() -> {
            Optional<StoredIncident> stored = currentById(id);
            return stored.isPresent() && put(id, version, stored.get().dueAt(due));
        });
    }

    @Override
    public boolean archive(StoredIncident closed) {
        return locked(() -> {
            StoredIncident stored = current.get(closed.state().group());
            if (stored == null
                    || !stored.id().equals(closed.id())
                    || stored.version() != closed.version()) {
                return false;
            }
            history.put(closed.id(), stored);
            current.remove(closed.state().group());
            return true;
        });
    }

    private boolean put(IncidentId id, long expected, StoredIncident next) {
        StoredIncident stored = current.get(next.state().group());
        if (stored != null && stored.id().equals(id)) {
            return stored.version() == expected
                    && current.replace(next.state().group(), stored, next);
        }
        StoredIncident closed = history.get(id);
        return closed != null && closed.version() == expected && history.replace(id, closed, next);
    }

    private Optional<StoredIncident> currentById(IncidentId id) {
        return current.values().stream().filter(s -> s.id().equals(id)).findFirst();
    }

    private static Instant closedAt(StoredIncident stored) {
        return stored.state().phase() instanceof Phase.Resolved(_, var at, _) ? at : Instant.MIN;
    }

    private static List<StoredIncident> byNumber(Stream<StoredIncident> all) {
        return all.sorted(Comparator.comparing(StoredIncident::id)).toList();
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
