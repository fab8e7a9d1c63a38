package io.frops.app.cards;

import io.frops.core.incident.IncidentId;
import java.time.Instant;
import java.util.Comparator;

/// A card that lags, as its line knows it.
///
/// @param since when it began to lag
/// @param notBefore an earlier attempt failed: not again before this
/// @param gate what it waits for
record Lagger(
        IncidentId id,
        long version,
        Urgency urgency,
        int severity,
        Instant since,
        Instant notBefore,
        Gate gate) {
    static final Comparator<Lagger> MOST_URGENT =
            Comparator.comparing(Lagger::urgency)
                    .thenComparingInt(Lagger::severity)
                    .thenComparing(Lagger::since)
                    .thenComparing(Lagger::id);

    static final Comparator<Lagger> SOONEST =
            Comparator.comparing(Lagger::notBefore).thenComparing(Lagger::id);

    Lagger later(Instant next) {
        return new Lagger(id, version, urgency, severity, since, next, gate);
    }

    Lagger at(Gate next) {
        return new Lagger(id, version, urgency, severity, since, notBefore, next);
    }

    Lagger told() {
        return new Lagger(id, version, Urgency.COUNT, severity, since, notBefore, gate);
    }

    /// The more urgent of two; lagging since the first; free to go when the new one is a click.
    Lagger with(Lagger next) {
        return new Lagger(
                id,
                Math.max(version, next.version),
                urgency.compareTo(next.urgency) < 0 ? urgency : next.urgency,
                next.severity,
                since,
                next.urgency == Urgency.CLICK ? next.notBefore : notBefore,
                gate);
    }
}
