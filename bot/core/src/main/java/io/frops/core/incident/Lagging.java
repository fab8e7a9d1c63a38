package io.frops.core.incident;

/// An incident whose card or thread may lag: as much of it as tells what comes first.
public record Lagging(IncidentId id, long version, Severity severity) {
    public static Lagging of(StoredIncident stored) {
        return new Lagging(stored.id(), stored.version(), stored.state().severity());
    }
}
