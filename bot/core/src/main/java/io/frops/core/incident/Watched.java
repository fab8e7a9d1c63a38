package io.frops.core.incident;

import io.frops.core.alert.AlertKey;
import io.frops.core.alert.GroupId;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/// As much of a current incident as the comparison with its source needs.
///
/// @param warned the kinds of its badges
/// @param firing its own alerts that fire
/// @param changedAt the time of its last event
public record Watched(
        IncidentId id,
        GroupId group,
        Origin origin,
        boolean resolved,
        Set<Badge.Kind> warned,
        Set<AlertKey> firing,
        Instant changedAt) {
    public Watched {
        warned = Set.copyOf(warned);
        firing = Set.copyOf(firing);
    }

    public static Watched of(Incident state) {
        return new Watched(
                state.id(),
                state.group(),
                state.origin(),
                state.resolved(),
                state.badges().stream().map(Badge::kind).collect(Collectors.toSet()),
                state.alerts().firingKeys(),
                state.changedAt());
    }

    public boolean has(Badge.Kind kind) {
        return warned.contains(kind);
    }
}
