package io.frops.core.incident;

import io.frops.core.access.Actor;
import io.frops.core.alert.SourceName;
import java.time.Instant;

/// A silence that was made for an incident, and ends with it.
public record Silence(
        SourceName source, String id, Actor by, Instant until, String reason, boolean ended) {
    Silence over() {
        return new Silence(source, id, by, until, reason, true);
    }

    /// Whether both name one silence of one source.
    public boolean is(Silence other) {
        return source.equals(other.source) && id.equals(other.id);
    }

    public boolean active(Instant now) {
        return !ended && until.isAfter(now);
    }
}
