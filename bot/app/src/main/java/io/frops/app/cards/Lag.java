package io.frops.app.cards;

import io.frops.core.access.Actor;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.StoredIncident;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Which incidents' cards lag, and which of them comes next: a person's click, then new SEV1-2,
/// then changes, then counts.
public final class Lag {
    private enum Urgency {
        CLICK,
        NEW_SEVERE,
        STATE,
        COUNT
    }

    /// @param since when it began to lag
    /// @param notBefore an earlier attempt failed: not again before this
    private record Entry(
            IncidentId id,
            long version,
            Urgency urgency,
            int severity,
            Instant since,
            Instant notBefore) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<IncidentId, Entry> entries = new HashMap<>();

    /// An incident was written.
    public void changed(StoredIncident incident, Instant now) {
        if (incident.behind()) {
            put(
                    new Entry(
                            incident.id(),
                            incident.version(),
                            urgency(incident),
                            incident.state().severity().number(),
                            now,
                            Instant.EPOCH));
        }
    }

    private static Urgency urgency(StoredIncident incident) {
        IncidentEvent last = incident.events().getLast();
        return switch (last) {
            case IncidentEvent.Acknowledged _,
                    IncidentEvent.Escalated _,
                    IncidentEvent.SeverityChosen _,
                    IncidentEvent.NoteAdded _,
                    IncidentEvent.Silenced _,
                    IncidentEvent.MergedInto _ ->
                    Urgency.CLICK;
            case IncidentEvent.Resolved(_, var by, _) ->
                    by instanceof Actor.Human ? Urgency.CLICK : Urgency.STATE;
            case IncidentEvent.Reopened(_, var by, _) ->
                    by instanceof Actor.Human ? Urgency.CLICK : Urgency.STATE;
            case IncidentEvent.AlertsFired _, IncidentEvent.Opened _, IncidentEvent.Warned _ ->
                    incident.version() == 1 && incident.state().severity().number() <= 2
                            ? Urgency.NEW_SEVERE
                            : Urgency.STATE;
            case IncidentEvent.AlertsResolved _,
                    IncidentEvent.AlertsPresumedGone _,
                    IncidentEvent.AlertsSeen _,
                    IncidentEvent.DuplicateChanged _ ->
                    Urgency.COUNT;
            case IncidentEvent.SeverityRaised _,
                    IncidentEvent.TargetMissed _,
                    IncidentEvent.Mitigated _,
                    IncidentEvent.Relapsed _,
                    IncidentEvent.SilenceEnded _,
                    IncidentEvent.WarningLifted _ ->
                    Urgency.STATE;
        };
    }

    private void put(Entry entry) {
        lock.lock();
        try {
            entries.merge(entry.id(), entry, Lag::united);
        } finally {
            lock.unlock();
        }
    }

    /// The more urgent of two; lagging since the first; free to go when the new one is a click.
    private static Entry united(Entry old, Entry next) {
        Urgency urgency =
                old.urgency().compareTo(next.urgency()) < 0 ? old.urgency() : next.urgency();
        Instant notBefore = next.urgency() == Urgency.CLICK ? next.notBefore() : old.notBefore();
        return new Entry(
                next.id(),
                Math.max(old.version(), next.version()),
                urgency,
                next.severity(),
                old.since(),
                notBefore);
    }

    /// Those whose turn it is, most urgent first.
    List<IncidentId> next(Instant now) {
        lock.lock();
        try {
            return entries.values().stream()
                    .filter(e -> !e.notBefore().isAfter(now))
                    .sorted(
                            Comparator.comparing(Entry::urgency)
                                    .thenComparingInt(Entry::severity)
                                    .thenComparing(Entry::since)
                                    .thenComparing(Entry::id))
                    .map(Entry::id)
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /// Its cards show everything up to this version.
    void done(IncidentId id, long version) {
        lock.lock();
        try {
            entries.computeIfPresent(id, (_, e) -> e.version() > version ? e : null);
        } finally {
            lock.unlock();
        }
    }

    /// An attempt failed.
    void later(IncidentId id, Instant notBefore) {
        lock.lock();
        try {
            entries.computeIfPresent(
                    id,
                    (_, e) ->
                            new Entry(
                                    e.id(),
                                    e.version(),
                                    e.urgency(),
                                    e.severity(),
                                    e.since(),
                                    notBefore));
        } finally {
            lock.unlock();
        }
    }

    public int size() {
        lock.lock();
        try {
            return entries.size();
        } finally {
            lock.unlock();
        }
    }

    /// Since when the longest-lagging card lags.
    public Optional<Instant> oldest() {
        lock.lock();
        try {
            return entries.values().stream().map(Entry::since).min(Comparator.naturalOrder());
        } finally {
            lock.unlock();
        }
    }
}
