package io.frops.core.intake;

import io.frops.core.alert.GroupId;
import io.frops.core.failure.IntegrationException;
import io.frops.core.incident.Due;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.IncidentStore;
import io.frops.core.incident.Lagging;
import io.frops.core.incident.StoredIncident;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A store that can refuse to write single incidents, as it does for one that a newer release has
/// written.
final class BrittleIncidents implements IncidentStore {
    private final IncidentStore store;
    private final Set<IncidentId> brittle = new HashSet<>();

    private int reads;

    /// How often single incidents were read by their number.
    int reads() {
        return reads;
    }

    BrittleIncidents(IncidentStore store) {
        this.store = store;
    }

    void brittle(IncidentId id, boolean now) {
        if (now) {
            brittle.add(id);
        } else {
            brittle.remove(id);
        }
    }

    @Override
    public boolean replace(StoredIncident next) {
        if (brittle.contains(next.id())) {
            throw new IntegrationException(
                    "store", IntegrationException.Kind.UNAVAILABLE, "no write", null);
        }
        return store.replace(next);
    }

    @Override
    public Optional<StoredIncident> current(GroupId group) {
        return store.current(group);
    }

    @Override
    public Optional<StoredIncident> find(IncidentId id) {
        reads++;
        return store.find(id);
    }

    @Override
    public List<StoredIncident> current() {
        return store.current();
    }

    @Override
    public List<Due> due(Instant until) {
        return store.due(until);
    }

    @Override
    public boolean reschedule(IncidentId id, long version, @Nullable Instant due) {
        return store.reschedule(id, version, due);
    }

    @Override
    public List<Lagging> behind() {
        return store.behind();
    }

    @Override
    public List<Lagging> lines() {
        return store.lines();
    }

    @Override
    public StoredIncident whole(StoredIncident stored) {
        return store.whole(stored);
    }

    @Override
    public List<StoredIncident> closed(int most) {
        return store.closed(most);
    }

    @Override
    public IncidentId nextId() {
        return store.nextId();
    }

    @Override
    public Insert insert(StoredIncident first) {
        return store.insert(first);
    }

    @Override
    public boolean shown(IncidentId id, long version) {
        return store.shown(id, version);
    }

    @Override
    public boolean archive(StoredIncident closed) {
        return store.archive(closed);
    }
}
