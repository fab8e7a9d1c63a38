package io.frops.checks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.alert.GroupId;
import io.frops.core.alert.SourceName;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.IncidentStore;
import io.frops.core.incident.StoredIncident;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/// What the bot acknowledged, so that it must be there for ever.
final class Ledger {
    private static final int CLOSED = 60;

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    /// @param what an alert, a click or a command, for people
    private record Entry(
            String what, Predicate<StoredIncident> where, Predicate<StoredIncident> there) {}

    void note(String what, String group, Predicate<StoredIncident> there) {
        GroupId wanted = group(group);
        entries.add(new Entry(what + " of " + group, s -> s.state().group().equals(wanted), there));
    }

    /// Of an incident that is known by its number.
    void numbered(String what, String id, Predicate<IncidentEvent> there) {
        entries.add(new Entry(what + " of " + id, s -> s.id().toString().equals(id), event(there)));
    }

    /// @return how many there are
    int size() {
        return entries.size();
    }

    /// A story is over, and its end was checked.
    void clear() {
        entries.clear();
    }

    void check(Scene scene) {
        // Before the look: what is acknowledged meanwhile is not in what was read before.
        List<Entry> noted = List.copyOf(entries);
        if (noted.isEmpty()) {
            return;
        }
        List<StoredIncident> all = all(scene);
        List<String> lost =
                noted.stream()
                        .filter(e -> all.stream().filter(e.where()).noneMatch(e.there()))
                        .map(Entry::what)
                        .toList();
        assertThat(lost).as("acknowledged and lost").isEmpty();
    }

    /// The current ones and the last of the history, each with all its events.
    static List<StoredIncident> all(Scene scene) {
        return scene.read(() -> all(scene.state().incidents()));
    }

    private static List<StoredIncident> all(IncidentStore store) {
        Map<IncidentId, StoredIncident> all = new TreeMap<>();
        store.closed(CLOSED).forEach(s -> all.put(s.id(), s));
        store.current().forEach(s -> all.put(s.id(), s));
        return all.values().stream().map(store::whole).toList();
    }

    static List<StoredIncident> of(Scene scene, String group) {
        GroupId wanted = group(group);
        return all(scene).stream().filter(s -> s.state().group().equals(wanted)).toList();
    }

    static GroupId group(String alertname) {
        return GroupId.of(new SourceName("main"), "frops", Map.of("alertname", alertname));
    }

    static Predicate<StoredIncident> event(Predicate<IncidentEvent> wanted) {
        return s -> s.events().stream().anyMatch(wanted);
    }

    /// Whether the alert of this instance fired here.
    static Predicate<StoredIncident> fired(String instance) {
        return event(e ->
                e instanceof IncidentEvent.AlertsFired(_, var alerts)
                        && alerts.stream()
                                .anyMatch(a -> a.alert().label("instance").equals(instance)));
    }

    static List<String> types(StoredIncident whole) {
        List<String> types = new ArrayList<>();
        for (IncidentEvent event : whole.events()) {
            if (!(event instanceof IncidentEvent.AlertsSeen)) {
                types.add(event.getClass().getSimpleName());
            }
        }
        return types;
    }
}
