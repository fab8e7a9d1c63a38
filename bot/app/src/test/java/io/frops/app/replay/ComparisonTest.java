package io.frops.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.access.CommandId;
import io.frops.core.alert.Alert;
import io.frops.core.alert.LabelMatcher;
import io.frops.core.incident.Change;
import io.frops.core.incident.EscalationPolicy;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.IncidentRules;
import io.frops.core.incident.Make;
import io.frops.core.incident.RandomStory;
import io.frops.core.incident.ResponseTargets;
import io.frops.core.incident.Severity;
import io.frops.core.incident.SeverityRules;
import io.frops.core.incident.StoredIncident;
import io.frops.core.intake.Grader;
import io.frops.core.intake.Heartbeat;
import io.frops.core.intake.IntakeWorld;
import io.frops.core.notify.Routes;
import io.frops.core.oncall.People;
import io.frops.core.oncall.Person;
import io.frops.core.platform.Services;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What another configuration makes of what happened.
class ComparisonTest {
    private static final Person ANA = new Person(Make.ANA, "ana", Set.of(1));
    private static final Person BEN = new Person(Make.BEN, "ben", Set.of(2));
    private static final Routes ROUTES = new Routes("#incidents", Map.of(), Map.of(), "#incidents");
    private static final Setup RUNNING =
            setup(
                    IncidentRules.defaults(),
                    SeverityRules.defaults(),
                    List.of(),
                    new People(List.of(ANA, BEN)));

    private final IntakeWorld world = new IntakeWorld();

    @Test
    void the_same_configuration_differs_in_nothing_whatever_happened() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            IntakeWorld any = new IntakeWorld();
            for (int step = 0; step < 150; step++) {
                RandomStory.step(any, random);
            }
            Comparison same = compare(any, RUNNING);
            assertThat(same.rows()).as("seed %d", seed).isEmpty();
            assertThat(same.replayed()).isPositive();
            assertThat(same.totals().values()).allMatch(t -> t.before() == t.after());
        }
    }

    @Test
    void another_mapping_changes_severity_calls_and_nothing_of_other_incidents() {
        fire("a", alert("f1", "warning"));
        fire("b", alert("f2", "critical"));
        pass(Duration.ofMinutes(20));
        Comparison found =
                compare(
                        world,
                        mapping(Map.of("warning", Severity.SEV2, "critical", Severity.SEV2)));
        assertThat(found.rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.id()).isEqualTo(new IncidentId(1));
                    assertThat(row.differences())
                            .containsExactly(
                                    "severity: SEV3 -> SEV2",
                                    "levels reached: none after the first -> 2",
                                    "called: ana (level 1) at 09:00 -> ana (level 1) at 09:00, ben (level 2) at 09:15");
                });
        assertThat(found.totals())
                .containsEntry("ana", new Comparison.Total(2, 2))
                .containsEntry("ben", new Comparison.Total(1, 2));
        assertThat(new ReplayReport(found, List.of(), "30 d", ComparisonTest::time).text())
                .startsWith(
                        """
                        1 of 2 incidents would differ: INC-1.

                        INC-1, opened 09:00
                            severity: SEV3 -> SEV2
                            levels reached: none after the first -> 2
                            called: ana (level 1) at 09:00 -> ana (level 1) at 09:00, ben (level 2) at 09:15

                        Calls by person, before -> after (computed)
                            ana  2 -> 2
                            ben  1 -> 2

                        What this cannot know
                        - Calls are computed\
                        """);
        assertThat(new ReplayReport(found, List.of(), "30 d", ComparisonTest::time).json())
                .contains("\"differing\" : 1", "\"name\" : \"ben\"", "\"after\" : 2");
    }

    @Test
    void an_acknowledgement_ends_the_calls_in_both() {
        fire("a", alert("f1", "critical"));
        pass(Duration.ofMinutes(5));
        world.incidents()
                .change(new IncidentId(1), new CommandId("c"), new Change.Acknowledge(Make.BEN));
        pass(Duration.ofMinutes(55));
        Setup more =
                setup(
                        IncidentRules.defaults(),
                        SeverityRules.defaults(),
                        List.of(),
                        new People(List.of(ANA, new Person(Make.BEN, "ben", Set.of(1)))));
        Comparison found = compare(world, more);
        assertThat(found.totals())
                .containsEntry("ana", new Comparison.Total(1, 1))
                .containsEntry("ben", new Comparison.Total(0, 1));
        assertThat(found.rows().getFirst().differences())
                .containsExactly(
                        "called: ana (level 1) at 09:00 -> ana (level 1) at 09:00, ben (level 1) at 09:00");
    }

    @Test
    void a_shorter_window_splits_what_reopened() {
        over(alert("f1", "critical"));
        pass(Duration.ofMinutes(20));
        fire("a", alert("f3", "critical"));
        Comparison found = compare(world, rules(Duration.ofMinutes(10), Duration.ofMinutes(15)));
        assertThat(found.rows().getFirst().differences())
                .contains("would be 2 incidents, a new one at 09:20", "reopened: once -> no");
    }

    @Test
    void a_longer_window_joins_what_was_two() {
        over(alert("f1", "critical"));
        pass(Duration.ofMinutes(45));
        fire("a", alert("f3", "critical"));
        Comparison found = compare(world, rules(Duration.ofHours(1), Duration.ofMinutes(15)));
        assertThat(found.rows()).hasSize(2);
        assertThat(found.rows().getFirst().differences()).contains("would hold INC-2 as well");
        assertThat(found.rows().getLast().differences())
                .containsExactly("would be part of INC-1, which would still be there to join");
    }

    @Test
    void less_quiet_ends_it_sooner() {
        Alert alert = alert("f1", "warning");
        fire("a", alert);
        pass(Duration.ofMinutes(1));
        fire("a", Make.resolved(alert, world.clock().instant()));
        pass(Duration.ofMinutes(10));
        Comparison found = compare(world, rules(Duration.ofMinutes(30), Duration.ofMinutes(5)));
        assertThat(found.rows().getFirst().differences())
                .containsExactly("end: mitigated -> resolved by itself at 09:06");
    }

    @Test
    void what_becomes_a_heartbeat_is_not_opened() {
        fire("a", alert("f1", "critical"));
        Heartbeat heartbeat =
                new Heartbeat(
                        Make.MAIN,
                        List.of(new LabelMatcher("alertname", "HighErrorRate")),
                        Duration.ofMinutes(5));
        Setup setup =
                setup(
                        IncidentRules.defaults(),
                        SeverityRules.defaults(),
                        List.of(heartbeat),
                        new People(List.of(ANA)));
        assertThat(compare(world, setup).rows().getFirst().differences())
                .containsExactly("would not be opened");
    }

    @Test
    void other_targets_are_missed_or_kept() {
        fire("a", alert("f1", "critical"));
        pass(Duration.ofMinutes(40));
        IncidentRules d = IncidentRules.defaults();
        ResponseTargets hour =
                new ResponseTargets(
                        Map.of(Severity.SEV2, Duration.ofHours(1)), d.targets().hours());
        IncidentRules rules =
                new IncidentRules(
                        d.reopenWithin(),
                        d.resolveAfterQuiet(),
                        d.resolveByThemselves(),
                        d.stillFiringAfter(),
                        hour,
                        EscalationPolicy.defaults());
        Setup setup = setup(rules, SeverityRules.defaults(), List.of(), RUNNING.people());
        assertThat(compare(world, setup).rows().getFirst().differences())
                .containsExactly("response target missed: once -> no");
    }

    @Test
    void an_empty_period_says_so() {
        Comparison none = compare(world, RUNNING);
        assertThat(new ReplayReport(none, List.of(), "30 d", ComparisonTest::time).verdict())
                .isEqualTo("No incident in the last 30 d: nothing to replay.");
    }

    private static Alert alert(String fingerprint, String severity) {
        Alert alert = Make.alert(fingerprint);
        return new Alert(
                alert.key(),
                Map.of("alertname", "HighErrorRate", "service", "backend", "severity", severity),
                alert.annotations(),
                null,
                alert.generatorUrl());
    }

    private void fire(String group, Alert alert) {
        world.intake().accept(world.notification(Map.of("alertname", group), List.of(alert)));
    }

    /// It fires, ends, and is resolved by a person.
    private void over(Alert alert) {
        fire("a", alert);
        fire("a", Make.resolved(alert, world.clock().instant()));
        Change resolve = new Change.Resolve(Make.ANA, false);
        world.incidents().change(new IncidentId(1), new CommandId("c"), resolve);
    }

    /// As in life: whoever looks after incidents does so all the time.
    private void pass(Duration time) {
        for (long minute = 0; minute < time.toMinutes(); minute++) {
            world.clock().advance(Duration.ofMinutes(1));
            world.upkeep().run();
        }
    }

    private static Comparison compare(IntakeWorld world, Setup changed) {
        List<StoredIncident> all = new ArrayList<>(world.store().current());
        world.store().closed(Integer.MAX_VALUE).stream()
                .filter(s -> all.stream().noneMatch(a -> a.id().equals(s.id())))
                .forEach(all::add);
        all.sort(Comparator.comparing(StoredIncident::id));
        return Comparison.of(
                all,
                changed,
                RUNNING,
                Instant.EPOCH,
                world.clock().instant(),
                ComparisonTest::time);
    }

    private static String time(Instant at) {
        return at.toString().substring(11, 16);
    }

    private static Setup mapping(Map<String, Severity> words) {
        SeverityRules rules = new SeverityRules("sev", "severity", words, Severity.SEV3, List.of());
        return setup(IncidentRules.defaults(), rules, List.of(), RUNNING.people());
    }

    private static Setup rules(Duration reopenWithin, Duration quiet) {
        IncidentRules d = IncidentRules.defaults();
        IncidentRules rules =
                new IncidentRules(
                        reopenWithin,
                        quiet,
                        d.resolveByThemselves(),
                        d.stillFiringAfter(),
                        d.targets(),
                        d.escalation());
        return setup(rules, SeverityRules.defaults(), List.of(), RUNNING.people());
    }

    private static Setup setup(
            IncidentRules rules,
            SeverityRules severities,
            List<Heartbeat> heartbeats,
            People people) {
        return new Setup(
                rules, new Grader(severities, new Services(List.of())), heartbeats, ROUTES, people);
    }
}
