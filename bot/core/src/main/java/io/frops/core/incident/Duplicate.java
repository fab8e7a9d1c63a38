package io.frops.core.incident;

import org.jspecify.annotations.Nullable;

/// A newer incident that counts for this one.
///
/// @param version the duplicate's version that this speaks of
/// @param severity its own; absent where it was counted before severities were
public record Duplicate(IncidentId id, long version, int firing, @Nullable Severity severity) {
    /// What is to be counted of an incident as it is stored now.
    public static Duplicate of(StoredIncident duplicate) {
        Incident state = duplicate.state();
        return new Duplicate(duplicate.id(), duplicate.version(), state.firing(), state.severity());
    }

    /// Whether it counts the same, whatever else changed.
    public boolean counts(Duplicate other) {
        return firing == other.firing && severity == other.severity;
    }
}
