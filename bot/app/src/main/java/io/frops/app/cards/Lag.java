package io.frops.app.cards;

import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Lagging;
import io.frops.core.incident.StoredIncident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which incidents' cards lag, and which of them comes next. Each waits in the line of the call
/// that it needs next, so that whoever can go on is found without a look at all who cannot.
public final class Lag {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<IncidentId, Sighting> arrived = new HashMap<>();
    private final Map<IncidentId, Lagger> entries = new HashMap<>();
    private final Map<Gate, NavigableSet<Lagger>> lines = new HashMap<>();
    private final NavigableSet<Lagger> resting = new TreeSet<>(Lagger.SOONEST);
    private boolean kept = true;

    /// From now on cards are brought up to date here, and nothing is known yet of what lags.
    public void begin() {
        start(true);
    }

    /// Another replica looks after cards: what is noted here would only grow.
    public void end() {
        start(false);
    }

    private void start(boolean keeping) {
        locked(() -> {
            arrived.clear();
            entries.clear();
            lines.clear();
            resting.clear();
            kept = keeping;
        });
    }

    /// An incident was written. From any thread.
    public void changed(StoredIncident incident, Instant now) {
        if (incident.behind()) {
            arrive(Sighting.of(incident, Urgency.of(incident), now));
        }
    }

    /// The store has an incident whose card lags. One that is known already says nothing new: a
    /// click that failed must not come to be tried with each look.
    void found(Lagging lagging, Instant now) {
        if (!knows(lagging)) {
            arrive(Sighting.of(lagging, now));
        }
    }

    private boolean knows(Lagging lagging) {
        lock.lock();
        try {
            Lagger known = entries.get(lagging.id());
            return known != null && known.version() >= lagging.version();
        } finally {
            lock.unlock();
        }
    }

    private void arrive(Sighting seen) {
        locked(() -> {
            if (kept) {
                arrived.merge(seen.id(), seen, Sighting::with);
            }
        });
    }

    /// What was written since the last time, the oldest incident first; whoever takes them sorts
    /// out which of them get cards of their own.
    List<Sighting> arrivals() {
        lock.lock();
        try {
            List<Sighting> all = new ArrayList<>(arrived.values());
            all.sort(Comparator.comparing(Sighting::id));
            arrived.clear();
            return all;
        } finally {
            lock.unlock();
        }
    }

    /// An incident's own card must be looked at.
    void add(Sighting seen) {
        Lagger next =
                new Lagger(
                        seen.id(),
                        seen.seen().version(),
                        seen.urgency(),
                        seen.seen().severity().number(),
                        seen.at(),
                        Instant.EPOCH,
                        Gate.NONE);
        locked(() -> {
            if (kept) {
                Lagger old = take(next.id());
                put(old == null ? next : old.with(next));
            }
        });
    }

    /// Something else shows it.
    void drop(IncidentId id) {
        locked(() -> take(id));
    }

    /// The most urgent one whose turn it is and whose next call can go out now, among those that
    /// are at least so urgent.
    Optional<IncidentId> next(Instant now, Predicate<Gate> open, Urgency least) {
        lock.lock();
        try {
            rested(now);
            return lines.entrySet().stream()
                    .filter(line -> open.test(line.getKey()))
                    .map(line -> line.getValue().first())
                    .filter(first -> first.urgency().compareTo(least) <= 0)
                    .min(Lagger.MOST_URGENT)
                    .map(Lagger::id);
        } finally {
            lock.unlock();
        }
    }

    private void rested(Instant now) {
        while (!resting.isEmpty() && !resting.first().notBefore().isAfter(now)) {
            Lagger first = resting.removeFirst();
            line(first.gate()).add(first.later(Instant.EPOCH));
            entries.put(first.id(), first.later(Instant.EPOCH));
        }
    }

    /// Its cards show everything up to this version.
    void done(IncidentId id, long version) {
        locked(() -> {
            Lagger entry = entries.get(id);
            if (entry != null && entry.version() <= version) {
                take(id);
            }
        });
    }

    /// An attempt failed.
    void later(IncidentId id, Instant notBefore) {
        locked(() -> {
            Lagger entry = take(id);
            if (entry != null) {
                put(entry.later(notBefore));
            }
        });
    }

    /// Its card shows everything, and only its thread waits: that comes after all cards.
    void shown(IncidentId id) {
        locked(() -> {
            Lagger entry = take(id);
            if (entry != null) {
                put(entry.told());
            }
        });
    }

    /// It waits for this; whoever waits keeps its place.
    void waits(IncidentId id, Gate gate) {
        locked(() -> {
            Lagger entry = take(id);
            if (entry != null) {
                put(entry.at(gate));
            }
        });
    }

    private void put(Lagger entry) {
        entries.put(entry.id(), entry);
        if (entry.notBefore().equals(Instant.EPOCH)) {
            line(entry.gate()).add(entry);
        } else {
            resting.add(entry);
        }
    }

    private @Nullable Lagger take(IncidentId id) {
        Lagger entry = entries.remove(id);
        if (entry != null) {
            resting.remove(entry);
            NavigableSet<Lagger> line = line(entry.gate());
            line.remove(entry);
            if (line.isEmpty()) {
                lines.remove(entry.gate());
            }
        }
        return entry;
    }

    private NavigableSet<Lagger> line(Gate gate) {
        return lines.computeIfAbsent(gate, _ -> new TreeSet<>(Lagger.MOST_URGENT));
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    public int size() {
        lock.lock();
        try {
            return entries.size() + arrived.size();
        } finally {
            lock.unlock();
        }
    }

    /// How many wait of each urgency, the most urgent first.
    public Map<Urgency, Integer> byUrgency() {
        lock.lock();
        try {
            Map<Urgency, Integer> all = new EnumMap<>(Urgency.class);
            entries.values().forEach(e -> all.merge(e.urgency(), 1, Integer::sum));
            arrived.values().forEach(e -> all.merge(e.urgency(), 1, Integer::sum));
            return all;
        } finally {
            lock.unlock();
        }
    }

    /// Since when the longest-lagging card lags.
    public Optional<Instant> oldest() {
        lock.lock();
        try {
            return Stream.concat(
                            entries.values().stream().map(Lagger::since),
                            arrived.values().stream().map(Sighting::at))
                    .min(Comparator.naturalOrder());
        } finally {
            lock.unlock();
        }
    }
}
