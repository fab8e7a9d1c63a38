package io.frops.integrations.mongo;

import io.frops.core.incident.IncidentId;
import io.frops.core.incident.StoredIncident;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// How many bytes the events take in the incidents that this process wrote last, so that a change
/// measures its own events only. What is not known is measured as a whole.
final class Tails {
    /// Those that are written again and again in a bad night; each takes some hundred bytes.
    private static final int MOST = 1000;

    private record Tail(long version, long size) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<IncidentId, Tail> lately =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<IncidentId, Tail> eldest) {
                    return size() > MOST;
                }
            };

    /// Absent unless this very version was written here.
    @Nullable Long of(StoredIncident stored) {
        lock.lock();
        try {
            Tail tail = lately.get(stored.id());
            return tail == null || tail.version != stored.version() ? null : tail.size;
        } finally {
            lock.unlock();
        }
    }

    void put(StoredIncident written, long size) {
        lock.lock();
        try {
            lately.put(written.id(), new Tail(written.version(), size));
        } finally {
            lock.unlock();
        }
    }
}
