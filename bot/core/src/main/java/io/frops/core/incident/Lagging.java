package io.frops.core.incident;

/// An incident as it is listed, for example among those whose card or thread may lag: as much of it
/// as tells what comes first, and what one line says of it.
///
/// @param clicked whether a person's change is among what its card lacks
public record Lagging(
        IncidentId id,
        long version,
        Severity severity,
        Phase phase,
        Subject subject,
        boolean clicked) {
    public static Lagging of(StoredIncident stored) {
        Incident state = stored.state();
        return new Lagging(
                stored.id(),
                stored.version(),
                state.severity(),
                state.phase(),
                state.subject(),
                stored.clicked());
    }
}
