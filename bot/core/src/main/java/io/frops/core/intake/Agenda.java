package io.frops.core.intake;

import io.frops.core.incident.Due;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Phase;
import io.frops.core.incident.StoredIncident;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// When which incident is looked after next. This process tells of what it writes, and a look into
/// the store now and then finds what others wrote; so nobody reads thousands of incidents each
/// second to find the one whose time has come.
public final class Agenda {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /// What waits for something else than time, such as a source's heartbeat, is met again after
    /// this at the latest.
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /// @param pause before it is met again, should it be due all the same
    private record Entry(long version, Instant at, Duration pause) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<IncidentId, Entry> entries = new HashMap<>();
    private final Map<IncidentId, Set<IncidentId>> merged = new HashMap<>();
    private boolean kept = true;

    /// Forgets everything.
    ///
    /// @param keeping whether what is told from now on is kept: not while another replica looks
    ///   after incidents, since it would only grow
    void begin(boolean keeping) {
        lock.lock();
        try {
            entries.clear();
            merged.clear();
            kept = keeping;
        } finally {
            lock.unlock();
        }
    }

    /// An incident was written, or read. What was merged into it may have to follow.
    public void changed(StoredIncident stored) {
        lock.lock();
        try {
            if (!kept) {
                return;
            }
            put(stored);
            if (stored.state().phase() instanceof Phase.Merged(var target, _, _)) {
                follow(stored.id(), target);
            }
            for (IncidentId duplicate : merged.getOrDefault(stored.id(), Set.of())) {
                entries.computeIfPresent(
                        duplicate, (_, e) -> new Entry(e.version(), Instant.EPOCH, FIRST_PAUSE));
            }
        } finally {
            lock.unlock();
        }
    }

    /// A merged incident is looked after whenever its target was written.
    void follows(IncidentId duplicate, IncidentId target) {
        lock.lock();
        try {
            follow(duplicate, target);
        } finally {
            lock.unlock();
        }
    }

    private void follow(IncidentId duplicate, IncidentId target) {
        merged.computeIfAbsent(target, _ -> new HashSet<>()).add(duplicate);
    }

    private void put(StoredIncident stored) {
        Entry known = entries.get(stored.id());
        if (known != null && known.version() > stored.version()) {
            return;
        }
        Instant due = stored.due();
        if (due == null) {
            entries.remove(stored.id());
        } else {
            entries.put(stored.id(), new Entry(stored.version(), due, FIRST_PAUSE));
        }
    }

    /// What a look into the store found.
    void found(Collection<Due> all) {
        lock.lock();
        try {
            for (Due due : all) {
                Entry known = entries.get(due.id());
                if (known == null || known.version() < due.version()) {
                    entries.put(due.id(), new Entry(due.version(), due.at(), FIRST_PAUSE));
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /// Those whose time has come. Each is met again after a pause that grows, unless it is written
    /// or forgotten.
    List<IncidentId> next(Instant now) {
        lock.lock();
        try {
            List<IncidentId> ids =
                    entries.entrySet().stream()
                            .filter(e -> !e.getValue().at().isAfter(now))
                            .map(Map.Entry::getKey)
                            .sorted()
                            .toList();
            ids.forEach(id -> entries.computeIfPresent(id, (_, e) -> later(e, now)));
            return ids;
        } finally {
            lock.unlock();
        }
    }

    private static Entry later(Entry entry, Instant now) {
        Duration twice = entry.pause().multipliedBy(2);
        Duration longer = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
        return new Entry(entry.version(), now.plus(entry.pause()), longer);
    }

    /// It has left, or was never there.
    void forget(IncidentId id) {
        lock.lock();
        try {
            entries.remove(id);
            merged.remove(id);
            merged.values().forEach(duplicates -> duplicates.remove(id));
        } finally {
            lock.unlock();
        }
    }
}
