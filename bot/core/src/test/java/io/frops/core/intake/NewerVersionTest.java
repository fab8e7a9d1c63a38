package io.frops.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frops.core.access.Actor;
import io.frops.core.alert.Alert;
import io.frops.core.failure.IntegrationException;
import io.frops.core.incident.Badge;
import io.frops.core.incident.Change;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Make;
import io.frops.core.incident.Result;
import io.frops.core.incident.StoredIncident;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// An incident that a newer version wrote: nothing here changes it, and nothing else waits for it.
class NewerVersionTest {
    private static final IncidentId FIRST = new IncidentId(1);
    private static final IncidentId SECOND = new IncidentId(2);

    private final IntakeWorld world = new IntakeWorld();

    private void tell(String group, Alert alert) {
        world.intake().accept(world.notification(Map.of("alertname", group), List.of(alert)));
    }

    private void refused(String group, Alert alert) {
        assertThatThrownBy(() -> tell(group, alert))
                .isInstanceOfSatisfying(
                        IntegrationException.class,
                        e -> assertThat(e.kind()).isEqualTo(IntegrationException.Kind.NOT_USABLE))
                .hasMessage(
                        "INC-1 was written by a newer frops; this replica shows it read-only."
                                + " Update it.");
    }

    private List<StoredIncident> current() {
        return world.store().current();
    }

    @Test
    void what_its_group_tells_is_refused_and_opens_no_second_incident() {
        Alert alert = Make.alert("a");
        tell("A", alert);
        world.newer(FIRST);
        refused("A", alert);
        refused("A", Make.alert("another"));
        refused("A", Make.resolved(alert, world.clock().instant()));
        assertThat(current()).isEmpty();
        assertThat(world.store().listed().readOnly()).hasSize(1);
        tell("B", Make.alert("b"));
        assertThat(current()).extracting(StoredIncident::id).doesNotContain(FIRST).hasSize(1);
    }

    @Test
    void the_other_groups_of_the_same_notification_are_stored() {
        Alert a = of("a");
        world.intake().accept(world.notification(Map.of(), List.of(a)));
        world.newer(FIRST);
        List<Alert> all = List.of(of("b"), a, of("c"));
        assertThatThrownBy(() -> world.intake().accept(world.notification(Map.of(), all)))
                .hasMessageStartingWith("INC-1 was written by a newer frops");
        assertThat(current()).hasSize(2);
        assertThatThrownBy(() -> world.intake().accept(world.notification(Map.of(), all)))
                .hasMessageStartingWith("INC-1 was written by a newer frops");
        assertThat(current()).as("sent again").hasSize(2);
    }

    private static Alert of(String service) {
        Alert alert = Make.alert(service);
        Map<String, String> labels = new TreeMap<>(alert.labels());
        labels.put("service", service);
        return new Alert(
                alert.key(), labels, alert.annotations(), alert.endsAt(), alert.generatorUrl());
    }

    @Test
    void a_change_is_told_that_it_is_read_only() {
        tell("A", Make.alert("a"));
        world.newer(FIRST);
        assertThat(world.incidents().change(FIRST, null, new Change.Acknowledge(Make.ANA)))
                .isInstanceOfSatisfying(
                        Result.ReadOnly.class, r -> assertThat(r.as().id()).isEqualTo(FIRST));
    }

    @Test
    void its_timers_are_left_alone_and_the_others_run() {
        Alert a = Make.alert("a");
        Alert b = Make.alert("b");
        tell("A", a);
        tell("B", b);
        world.upkeep().run();
        tell("A", Make.resolved(a, world.clock().instant()));
        tell("B", Make.resolved(b, world.clock().instant()));
        world.newer(FIRST);
        for (int minute = 0; minute < 20; minute++) {
            world.clock().advance(Duration.ofMinutes(1));
            world.upkeep().run();
        }
        assertThat(world.store().find(SECOND).orElseThrow().state().phase().word())
                .isEqualTo("resolved");
        int before = world.reads();
        for (int second = 0; second < 60; second++) {
            world.clock().advance(Duration.ofSeconds(1));
            world.upkeep().run();
        }
        assertThat(world.reads() - before).as("looks at what it cannot change").isLessThan(20);
    }

    @Test
    void a_comparison_leaves_its_alerts_to_the_newer_version_and_brings_in_the_others() {
        SourceWatch watch = world.watch();
        Alert a = Make.alert("a");
        tell("A", a);
        world.newer(FIRST);
        world.source().holds(a, Map.of("alertname", "A"));
        world.source().holds(Make.alert("b"), Map.of("alertname", "B"));
        world.clock().advance(Duration.ofMinutes(10));
        watch.run();
        assertThat(world.found()).containsExactly("never-accepted");
        assertThat(current()).hasSize(1);
        watch.run();
        assertThat(world.found()).as("the second comparison finds nothing new").hasSize(1);
    }

    @Test
    void a_persons_trust_counts_though_its_event_is_on_a_page_already() {
        SourceWatch watch = world.watch();
        List<Alert> all = List.of(of("1"), of("2"), of("3"), of("4"), of("5"), of("6"), of("7"));
        world.intake().accept(world.notification(Map.of("alertname", "A"), all));
        world.source().holdsNothing();
        for (int minute = 0; minute < 20; minute++) {
            world.clock().advance(Duration.ofMinutes(1));
            watch.run();
        }
        assertThat(world.found()).contains("doubt").doesNotContain("presumed-gone");
        world.incidents()
                .change(FIRST, null, new Change.Lift(Badge.Kind.SOURCE_UNSURE, Actor.of(Make.ANA)));
        world.incidents().change(FIRST, null, new Change.Note(Make.ANA, "a note after it"));
        world.paged(FIRST);
        world.clock().advance(Duration.ofMinutes(1));
        watch.run();
        assertThat(world.found()).contains("presumed-gone");
    }
}
