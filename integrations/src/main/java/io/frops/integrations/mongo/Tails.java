package io.frops.integrations.mongo;

import io.frops.core.incident.IncidentId;
import io.frops.core.incident.StoredIncident;
import io.frops.core.store.Bounded;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How many bytes the events take in the incidents that this process wrote last, so that a change
/// measures its own events only. What is not known is measured as a whole.
final class Tails {
    /// Those that are written again and again in a bad night; each takes some hundred bytes.
    private static final int MOST = 1000;

    private record Tail(long version, long size) {}

    private final Map<IncidentId, Tail> lately = Bounded.map(MOST);

    /// Absent unless this very version was written here.
    @Nullable Long of(StoredIncident stored) {
        Tail tail = lately.get(stored.id());
        return tail == null || tail.version != stored.version() ? null : tail.size;
    }

    void put(StoredIncident written, long size) {
        lately.put(written.id(), new Tail(written.version(), size));
    }
}
