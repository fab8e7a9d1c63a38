package io.frops.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.alert.Alert;
import io.frops.core.alert.LabelMatcher;
import io.frops.core.alert.Poll;
import io.frops.core.incident.Badge;
import io.frops.core.incident.Change;
import io.frops.core.incident.Incident;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Make;
import io.frops.core.incident.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What comes of the comparisons, whatever fails or ends in between.
class SourceWatchTest {
    private static final Map<String, String> BEAT = Map.of("alertname", "Watchdog");
    private static final IncidentId FIRST = new IncidentId(1);
    private static final IncidentId SECOND = new IncidentId(2);

    private final IntakeWorld world =
            new IntakeWorld(
                    List.of(
                            new Heartbeat(
                                    Make.MAIN,
                                    List.of(new LabelMatcher("alertname", "Watchdog")),
                                    Duration.ofMinutes(5))));
    private final SourceWatch watch = world.watch();

    private Incident incident(IncidentId id) {
        return world.store().find(id).orElseThrow().state();
    }

    private void minutes(int count) {
        for (int i = 0; i < count; i++) {
            world.clock().advance(Duration.ofMinutes(1));
            watch.run();
        }
    }

    private void fire(String name) {
        Map<String, String> group = Map.of("alertname", name);
        world.intake().accept(world.notification(group, List.of(Make.alert(name))));
    }

    private void beat() {
        Alert alert = ReconciliationWorld.heartbeat().alert();
        world.source().holds(alert, BEAT);
    }

    @Test
    void a_missing_heartbeat_opens_an_incident_and_its_return_mitigates_it() {
        beat();
        minutes(2);
        assertThat(world.store().current()).isEmpty();
        world.source().holdsNothing();
        minutes(2);
        assertThat(incident(FIRST).severity()).isEqualTo(Severity.SEV2);
        assertThat(incident(FIRST).phase().word()).isEqualTo("open");
        beat();
        minutes(1);
        assertThat(incident(FIRST).phase().word()).isEqualTo("mitigated");
        world.source().holdsNothing();
        minutes(1);
        assertThat(incident(FIRST).phase().word()).isEqualTo("open");
        assertThat(world.store().current()).hasSize(1);
    }

    @Test
    void an_absence_that_was_noted_before_a_crash_opens_its_incident_after_it() {
        Poll without = world.source().poll();
        world.heartbeats().polled(Make.MAIN, without, world.clock().instant());
        // The process ended here, before anything came of it.
        minutes(1);
        assertThat(incident(FIRST).subject().summary()).contains("No heartbeat");
    }

    @Test
    void a_resolve_of_the_heartbeat_is_acted_on_by_the_next_comparison() {
        world.source().goSilent(true);
        Alert ended =
                Make.resolved(ReconciliationWorld.heartbeat().alert(), world.clock().instant());
        world.intake().accept(world.notification(BEAT, List.of(ended)));
        minutes(1);
        assertThat(incident(FIRST).subject().summary()).contains("No heartbeat");
    }

    @Test
    void an_absence_that_a_person_resolved_is_left_for_ten_minutes_and_then_reopens() {
        minutes(1);
        world.incidents().change(FIRST, null, new Change.Resolve(Make.ANA, true));
        minutes(9);
        assertThat(incident(FIRST).resolved()).isTrue();
        minutes(2);
        assertThat(incident(FIRST).phase().word()).isEqualTo("open");
    }

    @Test
    void a_new_absence_reopens_at_once_what_a_person_resolved() {
        minutes(1);
        beat();
        minutes(1);
        world.incidents().change(FIRST, null, new Change.Resolve(Make.ANA, true));
        world.source().holdsNothing();
        minutes(1);
        assertThat(incident(FIRST).phase().word()).isEqualTo("open");
    }

    @Test
    void what_opens_while_the_heartbeat_is_missing_says_so_until_its_return() {
        minutes(1);
        fire("Down");
        minutes(1);
        assertThat(incident(SECOND).has(Badge.Kind.HEARTBEAT_MISSING)).isTrue();
        beat();
        minutes(1);
        assertThat(incident(SECOND).has(Badge.Kind.HEARTBEAT_MISSING)).isFalse();
    }

    @Test
    void an_incident_that_cannot_be_written_keeps_no_other_from_its_due() {
        beat();
        fire("Down");
        fire("Slow");
        world.brittle(FIRST, true);
        minutes(6);
        assertThat(incident(FIRST).firing()).isEqualTo(1);
        assertThat(incident(SECOND).firing()).isZero();
        world.brittle(FIRST, false);
        minutes(1);
        assertThat(incident(FIRST).firing()).isZero();
    }

    @Test
    void a_heartbeat_goes_missing_in_spite_of_an_incident_that_cannot_be_written() {
        beat();
        fire("Down");
        minutes(1);
        world.brittle(FIRST, true);
        world.source().holdsNothing();
        minutes(1);
        assertThat(incident(SECOND).subject().summary()).contains("No heartbeat");
    }

    @Test
    void a_doubt_is_lifted_once_the_source_says_that_the_alert_fires() {
        fire("a");
        Alert alert = Make.alert("a");
        Badge doubt = new Badge(Badge.Kind.DOUBTFUL, "");
        world.incidents().change(FIRST, null, new Change.Warn(doubt));
        world.source().goSilent(true);
        minutes(1);
        world.source().goSilent(false);
        minutes(1);
        assertThat(incident(FIRST).has(Badge.Kind.DOUBTFUL)).isTrue();
        world.source().holds(alert, Map.of("alertname", "a"));
        minutes(1);
        assertThat(incident(FIRST).has(Badge.Kind.DOUBTFUL)).isFalse();
    }
}
