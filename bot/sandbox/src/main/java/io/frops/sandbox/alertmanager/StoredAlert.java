package io.frops.sandbox.alertmanager;

import io.frops.integrations.alertmanager.Fingerprint;
import java.time.Instant;
import java.util.Map;

/// One alert as it is held.
///
/// @param endsAt when it resolved or, in the future, when it would by itself
/// @param timeout whether the end was not told but follows from the resolve timeout
public record StoredAlert(
        Map<String, String> labels,
        Map<String, String> annotations,
        Instant startsAt,
        Instant endsAt,
        Instant updatedAt,
        boolean timeout,
        String generatorUrl) {
    public StoredAlert {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }

    String fingerprint() {
        return Fingerprint.of(labels);
    }

    boolean resolved(Instant now) {
        return !endsAt.isAfter(now);
    }

    private boolean overlaps(StoredAlert older) {
        return (endsAt.isAfter(older.startsAt) && endsAt.isBefore(older.endsAt))
                || (startsAt.isAfter(older.startsAt) && startsAt.isBefore(older.endsAt));
    }

    /// This newer word on top of what is held: of one episode the earliest start counts, and a told
    /// end counts for more than one that follows from a timeout.
    StoredAlert onto(StoredAlert older) {
        if (!overlaps(older)) {
            return this;
        }
        Instant start = older.startsAt.isBefore(startsAt) ? older.startsAt : startsAt;
        boolean bothOver = resolved(updatedAt) && older.resolved(updatedAt);
        boolean olderEndCounts =
                older.endsAt.isAfter(endsAt)
                        && (bothOver || (!resolved(updatedAt) && !older.timeout));
        return new StoredAlert(
                labels,
                annotations,
                start,
                olderEndCounts ? older.endsAt : endsAt,
                updatedAt,
                timeout,
                generatorUrl);
    }
}
