package io.frops.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.access.Actor;
import io.frops.core.alert.Alert;
import io.frops.core.alert.AlertKey;
import io.frops.core.alert.LabelMatcher;
import io.frops.core.alert.Notification;
import io.frops.core.alert.SilenceRequest;
import io.frops.core.alert.SourceName;
import io.frops.core.incident.Change;
import io.frops.core.incident.Incident;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Make;
import io.frops.core.incident.Severity;
import io.frops.core.incident.Silence;
import io.frops.core.incident.StoredIncident;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpkeepTest {
    private static final SourceName OTHER = new SourceName("other");
    private static final IncidentId FIRST = new IncidentId(1);
    private static final IncidentId SECOND = new IncidentId(2);
    private static final Alert BEAT = ReconciliationWorld.heartbeat().alert();

    private final IntakeWorld world =
            new IntakeWorld(
                    List.of(
                            new Heartbeat(
                                    OTHER,
                                    List.of(new LabelMatcher("alertname", "Watchdog")),
                                    Duration.ofMinutes(5))));

    private void tell(SourceName source, Alert alert) {
        Map<String, String> group = Map.of("alertname", alert.label("alertname"));
        world.intake()
                .accept(new Notification(source, "frops", group, List.of(alert), 0, false, ""));
    }

    private void minutes(int count) {
        for (int i = 0; i < count; i++) {
            world.clock().advance(Duration.ofMinutes(1));
            world.upkeep().run();
        }
    }

    private boolean resolved(IncidentId id) {
        return world.store().find(id).orElseThrow().state().resolved();
    }

    @Test
    void what_counts_for_an_incident_keeps_it_open_while_its_own_source_lacks_its_heartbeat() {
        Alert mine = Make.alert("a");
        Alert others = Make.alert("b");
        tell(Make.MAIN, mine);
        tell(OTHER, others);
        world.incidents()
                .change(FIRST, null, new Change.SetSeverity(Make.ANA, Severity.SEV3, null));
        world.incidents().change(SECOND, null, new Change.MergeInto(Make.ANA, FIRST));
        minutes(1);
        // The other source's end is not to be believed: it expired with everything else.
        tell(OTHER, Make.resolved(BEAT, world.clock().instant()));
        tell(OTHER, Make.resolved(others, world.clock().instant()));
        tell(Make.MAIN, Make.resolved(mine, world.clock().instant()));
        minutes(20);
        assertThat(resolved(FIRST)).isFalse();
        assertThat(resolved(SECOND)).isFalse();

        tell(OTHER, BEAT);
        minutes(14);
        assertThat(resolved(FIRST)).isFalse();
        minutes(2);
        assertThat(resolved(FIRST)).isTrue();
        assertThat(resolved(SECOND)).isTrue();
    }

    @Test
    void when_each_is_due_is_computed_again_at_start() {
        tell(Make.MAIN, Make.alert("a"));
        StoredIncident first = world.store().find(FIRST).orElseThrow();
        Instant due = first.due();
        world.store().reschedule(FIRST, first.version(), null);
        world.upkeep().run();
        assertThat(world.store().find(FIRST).orElseThrow().due()).isEqualTo(due).isNotNull();
    }

    @Test
    void a_timer_that_another_process_set_is_met() {
        world.upkeep().run();
        world.store().insert(Make.incident(7, Make.group("elsewhere")));
        StoredIncident theirs = world.store().find(new IncidentId(7)).orElseThrow();
        world.store().reschedule(theirs.id(), 1, world.clock().instant().plusSeconds(45));
        minutes(1);
        assertThat(world.store().find(theirs.id()).orElseThrow().state().ladder().targetMissed())
                .isFalse();
        minutes(40);
        assertThat(world.store().find(theirs.id()).orElseThrow().state().ladder().targetMissed())
                .isTrue();
    }

    @Test
    void a_round_reads_only_those_whose_time_has_come() {
        for (int i = 0; i < 50; i++) {
            tell(Make.MAIN, Make.alert("a" + i));
        }
        world.upkeep().run();
        int before = world.reads();
        minutes(3);
        assertThat(world.reads()).isEqualTo(before);
        minutes(5 * 60);
        assertThat(world.reads()).isGreaterThan(before);
    }

    @Test
    void a_resolved_one_leaves_for_the_history_when_its_window_has_passed() {
        tell(Make.MAIN, Make.alert("a"));
        tell(Make.MAIN, Make.resolved(Make.alert("a"), world.clock().instant()));
        world.incidents().change(FIRST, null, new Change.Resolve(Make.ANA, false, null));
        minutes(29);
        assertThat(world.store().current()).hasSize(1);
        minutes(2);
        assertThat(world.store().current()).isEmpty();
        // A note taken there is not looked after for ever.
        world.incidents().change(FIRST, null, new Change.Note(Make.ANA, "post mortem"));
        minutes(1);
        int before = world.reads();
        minutes(5);
        assertThat(world.reads()).isEqualTo(before);
    }

    private void tell(String fingerprint) {
        tell(Make.MAIN, Make.alert(fingerprint));
    }

    /// Two incidents, the second counted with the first.
    private void merged() {
        tell(Make.MAIN, named("a"));
        tell(Make.MAIN, named("b"));
        world.incidents().change(SECOND, null, new Change.MergeInto(Make.ANA, FIRST));
        minutes(1);
    }

    private static Alert named(String name) {
        Alert alert = Make.alert(name);
        return new Alert(
                alert.key(),
                Map.of("alertname", name, "service", "backend", "sev", "3"),
                Map.of(),
                null,
                "");
    }

    private Incident state(IncidentId id) {
        return world.store().find(id).orElseThrow().state();
    }

    private List<IncidentEvent> events(IncidentId id) {
        return world.store().find(id).orElseThrow().events();
    }

    @Test
    void each_turn_of_the_escalation_and_the_missed_target_come_once_and_in_their_time() {
        tell("a");
        world.incidents()
                .change(FIRST, null, new Change.SetSeverity(Make.ANA, Severity.SEV2, null));
        minutes(14);
        assertThat(events(FIRST)).noneMatch(e -> e instanceof IncidentEvent.StepReached);
        minutes(50);
        assertThat(events(FIRST))
                .filteredOn(e ->
                        e instanceof IncidentEvent.StepReached
                                || e instanceof IncidentEvent.TargetMissed)
                .containsExactly(
                        new IncidentEvent.StepReached(Make.at(15 * 60), 2),
                        new IncidentEvent.TargetMissed(Make.at(30 * 60)),
                        new IncidentEvent.StepReached(Make.at(45 * 60), 3));
    }

    @Test
    void a_merged_incidents_count_and_severity_reach_its_target() {
        merged();
        assertThat(state(FIRST).firing()).isEqualTo(2);
        Alert worse =
                new Alert(
                        new AlertKey("worse", Make.T0),
                        Map.of("alertname", "b", "service", "backend", "sev", "1"),
                        Map.of(),
                        null,
                        "");
        tell(Make.MAIN, worse);
        minutes(1);
        assertThat(state(FIRST).firing()).isEqualTo(3);
        assertThat(state(FIRST).severity()).isEqualTo(Severity.SEV1);
        assertThat(events(FIRST))
                .anyMatch(e ->
                        e instanceof IncidentEvent.SeverityInherited(_, _, var from)
                                && from.equals(SECOND));
    }

    @Test
    void a_merged_incident_ends_with_its_target() {
        merged();
        world.incidents().change(FIRST, null, new Change.Resolve(Make.BEN, true));
        minutes(1);
        assertThat(resolved(SECOND)).isTrue();
    }

    @Test
    void an_incident_that_was_merged_into_one_that_was_over_is_open_again() {
        tell(Make.MAIN, named("a"));
        tell(Make.MAIN, named("b"));
        world.incidents().change(FIRST, null, new Change.Resolve(Make.BEN, true));
        world.clock().advance(Duration.ofSeconds(1));
        world.incidents().change(SECOND, null, new Change.MergeInto(Make.ANA, FIRST));
        minutes(1);
        assertThat(state(SECOND).phase().word()).isEqualTo("open");
        assertThat(resolved(FIRST)).isTrue();
    }

    @Test
    void a_silence_ends_with_its_incident() {
        tell("a");
        String id =
                world.source()
                        .silence(
                                new SilenceRequest(
                                        List.of(new LabelMatcher("pod", "a")),
                                        world.clock().instant(),
                                        world.clock().instant().plus(Duration.ofDays(1)),
                                        "ana",
                                        "INC-1: x"));
        Silence silence =
                new Silence(Make.MAIN, id, Actor.of(Make.ANA), Make.at(86_400), "x", false);
        world.incidents().change(FIRST, null, new Change.Silenced(silence, "pod=\"a\""));
        minutes(1);
        assertThat(world.source().made()).containsOnlyKeys(id);
        world.incidents().change(FIRST, null, new Change.Resolve(Make.ANA, true));
        minutes(1);
        assertThat(world.source().made()).isEmpty();
        assertThat(state(FIRST).silences()).allMatch(Silence::ended);
    }

    @Test
    void what_is_over_for_long_enough_leaves_for_the_history_and_can_still_be_found() {
        Alert alert = Make.alert("a");
        tell(Make.MAIN, alert);
        tell(Make.MAIN, Make.resolved(alert, world.clock().instant()));
        world.incidents().change(FIRST, null, new Change.Resolve(Make.ANA, true));
        minutes(29);
        assertThat(world.store().current()).hasSize(1);
        minutes(2);
        assertThat(world.store().current()).isEmpty();
        assertThat(resolved(FIRST)).isTrue();
    }

    @Test
    void an_incident_that_cannot_be_written_keeps_no_other_from_its_timer() {
        tell(Make.MAIN, named("a"));
        tell(Make.MAIN, named("b"));
        world.brittle(FIRST, true);
        minutes(125);
        assertThat(state(FIRST).ladder().targetMissed()).isFalse();
        assertThat(state(SECOND).ladder().targetMissed()).isTrue();
        world.brittle(FIRST, false);
        minutes(1);
        assertThat(state(FIRST).ladder().targetMissed()).isTrue();
    }
}
