package io.frops.core.incident;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What this process has just written, so that the next change of the same incident need not read
/// it again. Whoever goes on from here must not believe it before its own write, which is made only
/// if nobody else has written, has confirmed it.
///
/// Bounded by what it weighs: an event and an alert count one each, about half a kilobyte. What is
/// resolved may move to the history without a new version, so it is not kept.
final class Lately {
    private static final int MOST = 8_000;
    private static final int MOST_OF_ONE = 4_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<IncidentId, StoredIncident> written = new LinkedHashMap<>();
    private int weight;

    /// What was written last, and not kept any longer.
    @Nullable StoredIncident take(IncidentId id) {
        lock.lock();
        try {
            StoredIncident there = written.remove(id);
            weight -= there == null ? 0 : weight(there);
            return there;
        } finally {
            lock.unlock();
        }
    }

    void put(StoredIncident stored) {
        if (stored.state().resolved() || weight(stored) > MOST_OF_ONE) {
            return;
        }
        lock.lock();
        try {
            StoredIncident before = written.put(stored.id(), stored);
            weight += weight(stored) - (before == null ? 0 : weight(before));
            Iterator<StoredIncident> oldest = written.values().iterator();
            while (weight > MOST) {
                weight -= weight(oldest.next());
                oldest.remove();
            }
        } finally {
            lock.unlock();
        }
    }

    private static int weight(StoredIncident stored) {
        return 1 + stored.events().size() + stored.state().alerts().all().size();
    }
}
