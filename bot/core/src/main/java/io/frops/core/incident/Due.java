package io.frops.core.incident;

import java.time.Instant;

/// An incident that time, or a neighbour, has something to do with.
///
/// @param version as it was when this was found
/// @param at from when on, UTC
public record Due(IncidentId id, long version, Instant at) {}
