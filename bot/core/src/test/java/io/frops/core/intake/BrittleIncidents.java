package io.frops.core.intake;

import io.frops.core.alert.GroupId;
import io.frops.core.failure.IntegrationException;
import io.frops.core.incident.Due;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.IncidentStore;
import io.frops.core.incident.Lagging;
import io.frops.core.incident.Listed;
import io.frops.core.incident.Lookup;
import io.frops.core.incident.ReadOnlyIncident;
import io.frops.core.incident.StoredIncident;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A store that can fail to write single incidents, that can hold some as a newer version wrote
/// them, and some with all but their last event on pages.
final class BrittleIncidents implements IncidentStore {
    private final IncidentStore store;
    private final Set<IncidentId> brittle = new HashSet<>();
    private final Set<IncidentId> newer = new HashSet<>();
    private final Set<IncidentId> paged = new HashSet<>();

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

    /// A newer version writes it.
    void newer(IncidentId id) {
        newer.add(id);
    }

    /// Its earlier events go to pages.
    void paged(IncidentId id) {
        paged.add(id);
    }

    private Lookup seen(Lookup found) {
        return found instanceof Lookup.Understood(var s) && newer.contains(s.id())
                ? new Lookup.ReadOnly(readOnly(s.id()))
                : found;
    }

    private static ReadOnlyIncident readOnly(IncidentId id) {
        return new ReadOnlyIncident(id, null, null, null, null, "it is from the future");
    }

    private StoredIncident tail(StoredIncident s) {
        return paged.contains(s.id())
                ? new StoredIncident(
                        s.version(),
                        s.state(),
                        s.lastSeq(),
                        List.of(s.events().getLast()),
                        s.recent(),
                        s.behind(),
                        false,
                        s.due())
                : s;
    }

    @Override
    public boolean replace(StoredIncident next) {
        if (newer.contains(next.id())) {
            // Whatever was read before, its version is another one now.
            return false;
        }
        if (brittle.contains(next.id())) {
            throw new IntegrationException(
                    "store", IntegrationException.Kind.UNAVAILABLE, "no write", null);
        }
        return store.replace(next);
    }

    @Override
    public Lookup look(GroupId group) {
        return seen(store.look(group));
    }

    @Override
    public Lookup look(IncidentId id) {
        reads++;
        return seen(store.look(id));
    }

    @Override
    public List<StoredIncident> current() {
        return store.current().stream()
                .filter(s -> !newer.contains(s.id()))
                .map(this::tail)
                .toList();
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
    public Listed listed() {
        Listed all = store.listed();
        return new Listed(
                all.lines().stream().filter(l -> !newer.contains(l.id())).toList(),
                newer.stream().map(BrittleIncidents::readOnly).toList());
    }

    @Override
    public StoredIncident whole(StoredIncident stored) {
        return paged.contains(stored.id()) ? store.find(stored.id()).orElseThrow() : stored;
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
