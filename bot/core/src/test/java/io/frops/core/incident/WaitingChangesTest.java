package io.frops.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.access.Actor;
import io.frops.core.access.CommandId;
import io.frops.core.alert.GroupId;
import io.frops.core.failure.IntegrationException;
import io.frops.core.testing.Eventually;
import io.frops.core.testing.ManualClock;
import io.frops.core.testing.Race;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Changes that wait for one incident go into one write, and each is told what came of itself.
class WaitingChangesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final GroupId GROUP = Make.group("a");
    private static final IncidentId ONE = new IncidentId(1);
    private static final IncidentId TWO = new IncidentId(2);

    private final HeldIncidents store = new HeldIncidents();
    private final AtomicInteger told = new AtomicInteger();
    private final Incidents incidents = incidents(_ -> false);
    private final ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor();

    private Incidents incidents(Patience patience) {
        return new Incidents(
                store,
                new IncidentDecider(IncidentRules.defaults()),
                new ManualClock(),
                patience,
                _ -> told.incrementAndGet());
    }

    @BeforeEach
    void open() {
        store.insert(Make.incident(1, GROUP));
        store.insert(Make.incident(2, Make.group("b")));
    }

    @AfterEach
    void end() {
        store.release();
        pool.close();
    }

    private static Change note(String text) {
        return new Change.Note(Make.ANA, text);
    }

    private List<String> notes() {
        return store.find(ONE).orElseThrow().events().stream()
                .filter(IncidentEvent.NoteAdded.class::isInstance)
                .map(e -> ((IncidentEvent.NoteAdded) e).text())
                .toList();
    }

    /// The first of these is being written, held back; the others wait behind it in their order.
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, as a list
    private final List<Future<Result>> held(Incidents by, Supplier<Result>... changes) {
        return held(by, List.of(changes));
    }

    private List<Future<Result>> held(Incidents by, List<Supplier<Result>> changes) {
        store.hold();
        List<Future<Result>> running = new ArrayList<>();
        int before = store.writes.get();
        for (Supplier<Result> change : changes) {
            running.add(pool.submit(change::get));
            int waiting = running.size() - 1;
            Eventually.await(
                    "it is written or waits",
                    PATIENCE,
                    () -> store.writes.get() == before + 1 && by.waiting(ONE) == waiting);
        }
        return running;
    }

    @Test
    void thirty_two_changes_take_two_writes_and_lose_nothing() throws Exception {
        List<Supplier<Result>> changes = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            String text = "note " + i;
            changes.add(() -> incidents.change(ONE, new CommandId(text), note(text)));
        }
        List<Future<Result>> running = held(incidents, changes);
        store.reads.set(0);
        store.release();
        for (int i = 0; i < 32; i++) {
            Result.Changed changed = (Result.Changed) running.get(i).get();
            assertThat(changed.events())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            IncidentEvent.NoteAdded.class,
                            e -> assertThat(e.text()).startsWith("note "));
        }
        assertThat(store.reads).as("the 31 go on from what was just written").hasValue(0);
        assertThat(store.writes).hasValue(2);
        assertThat(notes()).hasSize(32).doesNotHaveDuplicates();
        assertThat(told).as("a write is told of once").hasValue(2);
        assertThat(store.find(ONE).orElseThrow().version()).isEqualTo(3);
    }

    @Test
    void racing_changes_need_fewer_writes_than_there_are_changes() {
        List<List<Result>> results =
                Race.of(
                        16,
                        runner -> {
                            List<Result> mine = new ArrayList<>();
                            for (int i = 0; i < 25; i++) {
                                mine.add(incidents.change(ONE, null, note(runner + "/" + i)));
                            }
                            return mine;
                        });
        assertThat(results)
                .allSatisfy(mine -> assertThat(mine).allMatch(Result.Changed.class::isInstance));
        assertThat(notes()).hasSize(400).doesNotHaveDuplicates();
        assertThat(store.writes.get()).isLessThanOrEqualTo(400);
        assertThat(store.find(ONE).orElseThrow().version())
                .as("no write was in vain")
                .isEqualTo(1 + store.writes.get());
    }

    @Test
    void of_racing_acknowledgements_in_one_write_the_first_wins_and_the_others_are_told_who()
            throws Exception {
        List<Future<Result>> running =
                held(
                        incidents,
                        () -> incidents.change(ONE, null, note("first")),
                        () -> incidents.change(ONE, null, new Change.Acknowledge(Make.ANA)),
                        () -> incidents.change(ONE, null, new Change.Acknowledge(Make.BEN)),
                        () -> incidents.change(ONE, null, new Change.Acknowledge(Make.ANA)));
        store.release();
        assertThat(running.get(1).get()).isInstanceOf(Result.Changed.class);
        assertThat(running.get(2).get())
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        r -> assertThat(acknowledgedBy(r.as())).isEqualTo(Actor.of(Make.ANA)));
        assertThat(running.get(3).get()).isNotInstanceOf(Result.Changed.class);
        assertThat(store.writes).hasValue(2);
    }

    private static Actor acknowledgedBy(StoredIncident stored) {
        return ((Phase.Acknowledged) stored.state().phase()).ack().by();
    }

    @Test
    void each_is_told_of_the_state_right_after_its_own_change() throws Exception {
        List<Future<Result>> running =
                held(
                        incidents,
                        () -> incidents.change(ONE, null, note("first")),
                        () -> incidents.change(ONE, null, new Change.Acknowledge(Make.ANA)),
                        () -> incidents.change(ONE, null, new Change.Resolve(Make.BEN, true)));
        store.release();
        Result.Changed acknowledged = (Result.Changed) running.get(1).get();
        assertThat(acknowledged.after().state().phase()).isInstanceOf(Phase.Acknowledged.class);
        Result.Changed resolved = (Result.Changed) running.get(2).get();
        assertThat(resolved.after().state().resolved()).isTrue();
    }

    @Test
    void one_that_is_withdrawn_in_the_middle_leaves_no_trace() throws Exception {
        AtomicBoolean withdrawn = new AtomicBoolean();
        List<Future<Result>> running =
                held(
                        incidents,
                        () -> incidents.change(ONE, null, note("first")),
                        () -> incidents.change(ONE, null, note("before")),
                        () ->
                                incidents.change(
                                        ONE,
                                        new CommandId("withdrawn"),
                                        note("withdrawn"),
                                        withdrawn::get),
                        () -> incidents.change(ONE, null, note("after")));
        withdrawn.set(true);
        store.release();
        assertThat(running.get(2).get()).isInstanceOf(Result.Withdrawn.class);
        assertThat(running.get(3).get()).isInstanceOf(Result.Changed.class);
        assertThat(notes()).containsExactly("first", "before", "after");
        assertThat(store.find(ONE).orElseThrow().remembers(new CommandId("withdrawn"))).isFalse();
    }

    @Test
    void a_command_that_waits_twice_happens_once() throws Exception {
        CommandId command = new CommandId("click");
        List<Future<Result>> running =
                held(
                        incidents,
                        () -> incidents.change(ONE, null, note("first")),
                        () -> incidents.change(ONE, command, note("click")),
                        () -> incidents.change(ONE, command, note("click")));
        store.release();
        assertThat(((Result.Changed) running.get(1).get()).events()).hasSize(1);
        assertThat(((Result.Changed) running.get(2).get()).events()).isEmpty();
        assertThat(notes()).containsExactly("first", "click");
    }

    @Test
    void a_write_that_fails_fails_all_that_were_in_it_and_not_those_who_asked_for_nothing()
            throws Exception {
        List<Future<Result>> running =
                held(
                        incidents,
                        () -> incidents.change(ONE, null, note("first")),
                        () ->
                                incidents.change(
                                        ONE,
                                        null,
                                        new Change.Lift(Badge.Kind.DOUBTFUL, Actor.bot())),
                        () -> incidents.change(ONE, null, note("a")),
                        () -> incidents.change(ONE, null, note("b")));
        store.fail(s -> s.version() == 3, IntegrationException.Kind.UNAVAILABLE, false);
        store.release();
        assertThat(running.getFirst().get()).isInstanceOf(Result.Changed.class);
        assertThat(running.get(1).get()).isInstanceOf(Result.Unchanged.class);
        for (Future<Result> one : running.subList(2, 4)) {
            assertThat(one)
                    .failsWithin(PATIENCE)
                    .withThrowableOfType(ExecutionException.class)
                    .havingCause()
                    .isInstanceOfSatisfying(
                            IntegrationException.class,
                            e ->
                                    assertThat(e.kind())
                                            .isEqualTo(IntegrationException.Kind.UNAVAILABLE));
        }
        assertThat(notes()).containsExactly("first");
    }

    @Test
    void after_an_unknown_outcome_each_finds_out_for_itself_and_nothing_happens_twice()
            throws Exception {
        Incidents patient =
                incidents(_ -> {
                    store.mend();
                    return true;
                });
        List<Future<Result>> running =
                held(
                        patient,
                        () -> patient.change(ONE, new CommandId("1"), note("first")),
                        () -> patient.change(ONE, new CommandId("2"), note("a")),
                        () -> patient.change(ONE, new CommandId("3"), note("b")));
        store.fail(s -> s.version() == 3, IntegrationException.Kind.TIMEOUT, true);
        store.release();
        for (Future<Result> one : running) {
            assertThat(one.get()).isInstanceOf(Result.Changed.class);
        }
        assertThat(notes()).containsExactly("first", "a", "b");
    }

    @Test
    void who_withdraws_after_an_unknown_outcome_fences_the_lost_write_off() throws Exception {
        AtomicBoolean withdrawn = new AtomicBoolean();
        Incidents patient =
                incidents(_ -> {
                    store.mend();
                    withdrawn.set(true);
                    return true;
                });
        store.fail(s -> s.version() == 2, IntegrationException.Kind.TIMEOUT, false);
        Result result = patient.change(ONE, new CommandId("1"), note("lost"), withdrawn::get);
        assertThat(result).isInstanceOf(Result.Withdrawn.class);
        assertThat(store.find(ONE).orElseThrow().version()).as("taken by the fence").isEqualTo(2);
        assertThat(notes()).isEmpty();
    }

    @Test
    void when_somebody_else_was_first_all_are_decided_anew() throws Exception {
        List<Future<Result>> running =
                held(
                        incidents,
                        () -> incidents.change(ONE, null, new Change.Acknowledge(Make.ANA)),
                        () -> incidents.change(ONE, null, note("a")));
        store.elsewhere(
                ONE,
                s -> Make.next(s, new IncidentEvent.Acknowledged(Make.at(1), Actor.of(Make.BEN))));
        store.release();
        assertThat(running.getFirst().get())
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        r -> assertThat(acknowledgedBy(r.as())).isEqualTo(Actor.of(Make.BEN)));
        assertThat(running.get(1).get()).isInstanceOf(Result.Changed.class);
    }

    @Test
    void one_that_does_not_fit_does_not_take_the_others_along() throws Exception {
        List<Future<Result>> running =
                held(
                        incidents,
                        () -> incidents.change(ONE, null, note("first")),
                        () -> incidents.change(ONE, null, note("a")),
                        () -> incidents.change(ONE, null, note("huge")),
                        () -> incidents.change(ONE, null, note("b")));
        store.fail(
                s -> s.events().toString().contains("huge"),
                IntegrationException.Kind.INVALID,
                false);
        store.release();
        assertThat(running.get(1).get()).isInstanceOf(Result.Changed.class);
        assertThat(running.get(2)).failsWithin(PATIENCE);
        assertThat(running.get(3).get()).isInstanceOf(Result.Changed.class);
        assertThat(notes()).containsExactly("first", "a", "b");
    }

    @Test
    void what_was_written_last_is_believed_only_when_a_write_confirms_it() {
        incidents.change(ONE, null, new Change.Acknowledge(Make.ANA));
        store.elsewhere(ONE, s -> Make.closed(s, Make.at(5)));
        assertThat(incidents.change(ONE, null, new Change.Acknowledge(Make.ANA)))
                .as("it is not acknowledged any more")
                .isInstanceOfSatisfying(
                        Result.Refused.class, r -> assertThat(r.as().state().resolved()).isTrue());
    }

    @Test
    void one_incident_does_not_wait_for_another() {
        held(incidents, () -> incidents.change(ONE, null, note("held")));
        store.elsewhere(TWO, s -> Make.note(s, "elsewhere"));
        Future<Result> other =
                pool.submit(() ->
                        incidents.change(
                                TWO, null, new Change.Lift(Badge.Kind.DOUBTFUL, Actor.bot())));
        assertThat(other).succeedsWithin(PATIENCE).isInstanceOf(Result.Unchanged.class);
        assertThat(store.writes).as("the first is still under way").hasValue(1);
    }

    @Test
    void a_click_and_what_a_source_tells_go_into_one_write() throws Exception {
        Change.Report report =
                new Change.Report(
                        List.of(Make.graded(Make.alert("f9"))), Map.of(), List.of(), false);
        Incidents sources = incidents.with(_ -> false);
        List<Future<Result>> running =
                held(
                        incidents,
                        () -> incidents.change(ONE, null, note("first")),
                        () -> incidents.change(ONE, null, new Change.Acknowledge(Make.ANA)),
                        () -> sources.report(ONE, GROUP, report, _ -> Map.of()));
        store.release();
        assertThat(running.get(1).get()).isInstanceOf(Result.Changed.class);
        assertThat(running.get(2).get()).isInstanceOf(Result.Changed.class);
        assertThat(store.writes).hasValue(2);
        assertThat(store.find(ONE).orElseThrow().state().firing()).isEqualTo(2);
    }

    @Test
    void what_a_source_tells_never_reaches_an_incident_that_is_in_the_history() {
        StoredIncident stored = store.find(ONE).orElseThrow();
        store.elsewhere(ONE, s -> Make.closed(s, Make.at(1)));
        store.archive(store.find(ONE).orElseThrow());
        Change.Report report =
                new Change.Report(
                        List.of(Make.graded(Make.alert("f9"))), Map.of(), List.of(), false);
        assertThat(incidents.report(stored.id(), GROUP, report, _ -> Map.of()))
                .isInstanceOf(Result.Unknown.class);
    }
}
