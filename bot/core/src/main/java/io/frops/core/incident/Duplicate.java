package io.frops.core.incident;

/// A newer incident that counts for this one.
///
/// @param version the duplicate's version that this speaks of
public record Duplicate(IncidentId id, long version, int firing) {}
