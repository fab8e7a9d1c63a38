package io.frops.core.incident;

import io.frops.core.alert.GroupId;
import io.frops.core.failure.IntegrationException;
import io.frops.core.memory.MemoryIncidents;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A store in memory that counts, holds a write back, and fails when told to.
final class HeldIncidents implements IncidentStore {
    final AtomicInteger writes = new AtomicInteger();
    final AtomicInteger reads = new AtomicInteger();
    private final MemoryIncidents store = new MemoryIncidents();
    private volatile @Nullable CountDownLatch gate;
    private volatile Predicate<StoredIncident> refused = _ -> false;
    private volatile IntegrationException.Kind kind = IntegrationException.Kind.UNAVAILABLE;
    private volatile boolean written;

    /// From now on writes wait.
    void hold() {
        gate = new CountDownLatch(1);
    }

    void release() {
        CountDownLatch held = gate;
        gate = null;
        if (held != null) {
            held.countDown();
        }
    }

    /// From now on these writes fail.
    ///
    /// @param writtenAnyway whether they are made all the same
    void fail(
            Predicate<StoredIncident> which, IntegrationException.Kind how, boolean writtenAnyway) {
        kind = how;
        written = writtenAnyway;
        refused = which;
    }

    void mend() {
        refused = _ -> false;
    }

    /// Somebody else changes the incident.
    void elsewhere(IncidentId id, UnaryOperator<StoredIncident> change) {
        store.replace(change.apply(store.find(id).orElseThrow()));
    }

    @Override
    public boolean replace(StoredIncident next) {
        writes.incrementAndGet();
        CountDownLatch held = gate;
        if (held != null) {
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (refused.test(next)) {
            if (written) {
                store.replace(next);
            }
            throw new IntegrationException("store", kind, "failed for the test", null);
        }
        return store.replace(next);
    }

    @Override
    public Lookup look(GroupId group) {
        reads.incrementAndGet();
        return store.look(group);
    }

    @Override
    public Lookup look(IncidentId id) {
        reads.incrementAndGet();
        return store.look(id);
    }

    @Override
    public List<StoredIncident> current() {
        return store.current();
    }

    @Override
    public List<Due> due(Instant until) {
        return store.due(until);
    }

    @Override
    public boolean reschedule(IncidentId id, long version, @Nullable Instant due) {
        return store.reschedule(id, version, due);
    }

    @Override
    public List<Lagging> behind() {
        return store.behind();
    }

    @Override
    public Listed listed() {
        return store.listed();
    }

    @Override
    public StoredIncident whole(StoredIncident stored) {
        return store.whole(stored);
    }

    @Override
    public List<StoredIncident> closed(int most) {
        return store.closed(most);
    }

    @Override
    public IncidentId nextId() {
        return store.nextId();
    }

    @Override
    public Insert insert(StoredIncident first) {
        return store.insert(first);
    }

    @Override
    public boolean shown(IncidentId id, long version) {
        return store.shown(id, version);
    }

    @Override
    public boolean archive(StoredIncident closed) {
        return store.archive(closed);
    }
}
