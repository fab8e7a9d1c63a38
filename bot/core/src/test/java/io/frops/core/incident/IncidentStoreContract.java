package io.frops.core.incident;

import static io.frops.core.incident.IncidentStore.Insert.DONE;
import static io.frops.core.incident.IncidentStore.Insert.GROUP_TAKEN;
import static io.frops.core.incident.IncidentStore.Insert.NUMBER_TAKEN;
import static io.frops.core.incident.Make.at;
import static io.frops.core.incident.Make.group;
import static io.frops.core.incident.Make.note;
import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.access.CommandId;
import io.frops.core.testing.Race;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every store of incidents does.
public abstract class IncidentStoreContract {
    private static final int RUNNERS = 8;

    /// An empty store; within one test always the same.
    protected abstract IncidentStore store();

    @Test
    void what_was_inserted_is_found_by_group_and_by_number() {
        StoredIncident incident = Make.incident(1, group("a"));
        assertThat(store().insert(incident)).isEqualTo(DONE);
        assertThat(store().current(group("a"))).contains(incident);
        assertThat(store().find(new IncidentId(1))).contains(incident);
        assertThat(store().current()).containsExactly(incident);
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThat(store().current(group("a"))).isEmpty();
        assertThat(store().find(new IncidentId(1))).isEmpty();
        assertThat(store().current()).isEmpty();
        assertThat(store().behind()).isEmpty();
        assertThat(store().due(at(1000))).isEmpty();
        assertThat(store().reschedule(new IncidentId(1), 1, at(1))).isFalse();
        assertThat(store().closed(10)).isEmpty();
        assertThat(store().replace(note(Make.incident(1, group("a")), "x"))).isFalse();
        assertThat(store().shown(new IncidentId(1), 1)).isFalse();
        assertThat(store().archive(Make.incident(1, group("a")))).isFalse();
    }

    @Test
    void a_second_incident_of_an_open_group_is_told_to_join() {
        StoredIncident first = inserted(1, "a");
        assertThat(store().insert(Make.incident(2, group("a")))).isEqualTo(GROUP_TAKEN);
        assertThat(store().current()).containsExactly(first);
    }

    @Test
    void of_eight_that_open_one_group_one_does_and_the_rest_join() {
        List<IncidentStore.Insert> results =
                Race.of(RUNNERS, i -> store().insert(Make.incident(i + 1, group("a"))));
        assertThat(results).containsOnlyOnce(DONE);
        assertThat(results).filteredOn(GROUP_TAKEN::equals).hasSize(RUNNERS - 1);
        assertThat(store().current()).hasSize(1);
    }

    /// Of 40: 20 groups of their own, 10 that two want each; and twice two want one number.
    @Test
    void of_many_that_open_at_once_each_is_made_or_refused_by_itself() {
        for (int round = 0; round < 5; round++) {
            int from = 100 * round;
            String prefix = "many" + round + "/";
            List<StoredIncident> tried =
                    IntStream.range(0, 40)
                            .mapToObj(i -> {
                                int number = i == 18 || i == 19 ? i - 2 : i;
                                int name = i < 20 ? i : 20 + i % 10;
                                return Make.incident(from + number + 1, group(prefix + name));
                            })
                            .toList();
            List<IncidentStore.Insert> ends =
                    Race.of(tried.size(), i -> store().insert(tried.get(i)));
            assertThat(ends).filteredOn(DONE::equals).hasSize(18 + 10);
            assertThat(ends).filteredOn(NUMBER_TAKEN::equals).hasSize(2);
            assertThat(ends).filteredOn(GROUP_TAKEN::equals).hasSize(10);
            for (int i = 0; i < tried.size(); i++) {
                StoredIncident one = tried.get(i);
                boolean done = ends.get(i) == DONE;
                assertThat(store().current(one.state().group()).equals(Optional.of(one)))
                        .isEqualTo(done);
                assertThat(store().find(one.id()).equals(Optional.of(one))).isEqualTo(done);
            }
        }
    }

    @Test
    void a_number_that_a_current_incident_has_is_taken() {
        inserted(1, "a");
        assertThat(store().insert(Make.incident(1, group("b")))).isEqualTo(NUMBER_TAKEN);
        assertThat(store().current(group("b"))).isEmpty();
    }

    @Test
    void a_number_that_a_closed_incident_has_is_taken() {
        archived(1, "a", 10);
        assertThat(store().insert(Make.incident(1, group("b")))).isEqualTo(NUMBER_TAKEN);
    }

    @Test
    void a_change_is_written_when_the_version_is_the_one_before() {
        StoredIncident next = note(inserted(1, "a"), "seen");
        assertThat(store().replace(next)).isTrue();
        assertThat(store().find(next.id())).contains(next);
        StoredIncident third = note(next, "seen again");
        assertThat(store().replace(third)).isTrue();
        assertThat(store().find(next.id())).contains(third);
    }

    @Test
    void a_change_of_an_older_version_is_refused() {
        StoredIncident first = inserted(1, "a");
        StoredIncident second = note(first, "mine");
        assertThat(store().replace(second)).isTrue();
        assertThat(store().replace(note(first, "theirs"))).isFalse();
        assertThat(store().replace(note(note(second, "skips"), "one"))).isFalse();
        assertThat(store().find(first.id())).contains(second);
    }

    @Test
    void of_eight_that_change_one_version_exactly_one_wins_each_time() {
        StoredIncident latest = inserted(1, "a");
        for (int round = 0; round < 20; round++) {
            StoredIncident base = latest;
            List<StoredIncident> tried =
                    IntStream.range(0, RUNNERS).mapToObj(i -> note(base, "by " + i)).toList();
            List<Boolean> won = Race.of(RUNNERS, i -> store().replace(tried.get(i)));
            assertThat(won).containsOnlyOnce(true);
            latest = store().find(base.id()).orElseThrow();
            assertThat(latest).isEqualTo(tried.get(won.indexOf(true)));
        }
        assertThat(latest.events()).hasSize(22);
    }

    @Test
    void eight_writers_that_read_again_lose_no_event() {
        StoredIncident first = inserted(1, "a");
        Race.of(
                RUNNERS,
                i -> {
                    for (int n = 0; n < 10; n++) {
                        StoredIncident next;
                        do {
                            next = note(store().find(first.id()).orElseThrow(), i + "/" + n);
                        } while (!store().replace(next));
                    }
                    return true;
                });
        StoredIncident last = store().find(first.id()).orElseThrow();
        assertThat(last.version()).isEqualTo(81);
        assertThat(last.events()).hasSize(82).doesNotHaveDuplicates();
    }

    @Test
    void commands_are_remembered() {
        CommandId command = new CommandId("v0=abc.$");
        StoredIncident next =
                Make.next(inserted(1, "a"), command, new IncidentEvent.AlertsSeen(at(1)));
        store().replace(next);
        assertThat(store().find(next.id()).orElseThrow().remembers(command)).isTrue();
    }

    @Test
    void a_change_without_events_takes_a_version_all_the_same() {
        StoredIncident first = inserted(1, "a");
        assertThat(store().replace(Make.next(first))).isTrue();
        assertThat(store().replace(note(first, "too late"))).isFalse();
    }

    @Test
    void shown_cards_are_no_longer_behind_and_the_version_stays() {
        StoredIncident first = inserted(1, "a");
        assertThat(store().behind()).containsExactly(Lagging.of(first));
        assertThat(store().shown(first.id(), 1)).isTrue();
        assertThat(store().behind()).isEmpty();
        assertThat(store().find(first.id())).contains(first.shown());
        assertThat(store().replace(note(first.shown(), "more"))).isTrue();
        assertThat(store().behind()).hasSize(1);
    }

    @Test
    void a_persons_change_is_told_until_the_card_shows_it_whatever_came_after() {
        StoredIncident first = inserted(1, "a");
        assertThat(store().behind()).extracting(Lagging::clicked).containsExactly(false);
        StoredIncident noted = note(first, "clicked");
        store().replace(noted);
        StoredIncident next = Make.next(noted);
        store().replace(next);
        assertThat(store().behind()).extracting(Lagging::clicked).containsExactly(true);
        store().shown(Map.of(next.id(), next.version()));
        StoredIncident shown = store().find(first.id()).orElseThrow();
        assertThat(shown.clicked()).isFalse();
        store().replace(
                        Make.next(
                                shown,
                                new IncidentEvent.Warned(
                                        at(9), new Badge(Badge.Kind.UNROUTED, "x"))));
        assertThat(store().behind()).extracting(Lagging::clicked).containsExactly(false);
    }

    @Test
    void what_is_compared_with_sources_is_all_that_is_not_in_the_history() {
        StoredIncident second = inserted(2, "b");
        StoredIncident first = inserted(1, "a");
        StoredIncident left = Make.closed(inserted(3, "c"), at(9));
        store().replace(left);
        assertThat(store().archive(left)).isTrue();
        assertThat(store().watched())
                .containsExactly(Watched.of(first.state()), Watched.of(second.state()));
    }

    @Test
    void showing_an_older_version_leaves_the_card_behind() {
        StoredIncident next = note(inserted(1, "a"), "newer");
        store().replace(next);
        assertThat(store().shown(next.id(), 1)).isFalse();
        assertThat(store().behind()).containsExactly(Lagging.of(next));
    }

    @Test
    void those_that_are_due_by_then_are_found_the_longest_due_first() {
        due(1, 30);
        StoredIncident second = due(2, 20);
        StoredIncident third = due(3, 10);
        inserted(4, "without");
        StoredIncident left = due(5, 5);
        assertThat(store().archive(left)).isTrue();
        assertThat(store().due(at(9))).isEmpty();
        assertThat(store().due(at(20)))
                .containsExactly(
                        new Due(third.id(), third.version(), at(10)),
                        new Due(second.id(), second.version(), at(20)));
    }

    @Test
    void when_it_is_due_can_be_set_for_a_version_and_leaves_that() {
        StoredIncident incident = due(1, 30);
        assertThat(store().reschedule(incident.id(), 1, at(10))).isFalse();
        assertThat(store().reschedule(incident.id(), 2, at(10))).isTrue();
        assertThat(store().find(incident.id())).contains(incident.dueAt(at(10)));
        assertThat(store().reschedule(incident.id(), 2, null)).isTrue();
        assertThat(store().due(at(1000))).isEmpty();
        assertThat(store().replace(note(incident, "more"))).isTrue();
    }

    private StoredIncident due(int number, int when) {
        StoredIncident next = Make.next(inserted(number, "g" + number)).dueAt(at(when));
        assertThat(store().replace(next)).isTrue();
        return next;
    }

    @Test
    void a_closed_incident_moves_to_the_history_and_frees_its_group() {
        StoredIncident closed = archived(1, "a", 10);
        assertThat(store().current(group("a"))).isEmpty();
        assertThat(store().current()).isEmpty();
        assertThat(store().find(closed.id())).contains(closed);
        assertThat(store().insert(Make.incident(2, group("a")))).isEqualTo(DONE);
        assertThat(store().find(closed.id())).contains(closed);
    }

    @Test
    void an_incident_that_changed_meanwhile_is_not_moved() {
        StoredIncident closed = closed(1, "a", 10);
        StoredIncident noted = note(closed, "wait");
        store().replace(noted);
        assertThat(store().archive(closed)).isFalse();
        assertThat(store().current()).containsExactly(noted);
        assertThat(store().archive(noted)).isTrue();
        assertThat(store().find(closed.id())).contains(noted);
    }

    @Test
    void moving_it_again_leaves_the_groups_next_incident_alone() {
        StoredIncident closed = archived(1, "a", 10);
        StoredIncident second = Make.closed(Make.incident(2, group("a")), at(20));
        store().insert(Make.incident(2, group("a")));
        store().replace(second);
        assertThat(second.version()).isEqualTo(closed.version());
        assertThat(store().archive(closed)).isFalse();
        assertThat(store().current()).containsExactly(second);
    }

    @Test
    void a_change_meant_for_a_moved_incident_never_reaches_the_groups_next() {
        StoredIncident closed = archived(1, "a", 10);
        StoredIncident second = inserted(2, "a");
        StoredIncident secondNoted = note(second, "mine");
        store().replace(secondNoted);
        StoredIncident noted = note(closed, "post mortem");
        assertThat(store().replace(noted)).isTrue();
        assertThat(store().current(group("a"))).contains(secondNoted);
        assertThat(store().find(closed.id())).contains(noted);
    }

    @Test
    void notes_on_closed_incidents_are_taken_by_compare_and_set() {
        StoredIncident closed = archived(1, "a", 10);
        List<StoredIncident> tried =
                IntStream.range(0, RUNNERS).mapToObj(i -> note(closed, "by " + i)).toList();
        assertThat(Race.of(RUNNERS, i -> store().replace(tried.get(i)))).containsOnlyOnce(true);
    }

    @Test
    void a_late_mover_does_not_undo_a_note_taken_in_the_history() {
        StoredIncident closed = archived(1, "a", 10);
        StoredIncident noted = note(closed, "post mortem");
        store().replace(noted);
        assertThat(store().archive(closed)).isFalse();
        assertThat(store().find(closed.id())).contains(noted);
    }

    @Test
    void of_eight_that_move_one_incident_one_does() {
        StoredIncident closed = closed(1, "a", 10);
        assertThat(Race.of(RUNNERS, _ -> store().archive(closed))).containsOnlyOnce(true);
        assertThat(store().find(closed.id())).contains(closed);
        assertThat(store().current()).isEmpty();
    }

    @Test
    void cards_of_closed_incidents_can_be_behind_too() {
        StoredIncident closed = archived(1, "a", 10);
        StoredIncident open = inserted(2, "b");
        assertThat(store().behind()).containsExactly(Lagging.of(closed), Lagging.of(open));
        assertThat(store().lines()).containsExactly(Lagging.of(open));
        assertThat(store().shown(closed.id(), closed.version())).isTrue();
        assertThat(store().behind()).containsExactly(Lagging.of(open));
    }

    @Test
    void many_are_marked_as_shown_at_once_except_those_that_changed_meanwhile() {
        StoredIncident closed = archived(1, "a", 10);
        StoredIncident open = inserted(2, "b");
        StoredIncident changed = inserted(3, "c");
        StoredIncident next = note(changed, "meanwhile");
        store().replace(next);
        store().shown(
                        Map.of(
                                closed.id(), closed.version(),
                                open.id(), open.version(),
                                changed.id(), changed.version()));
        assertThat(store().behind()).containsExactly(Lagging.of(next));
        assertThat(store().find(open.id())).contains(open.shown());
        store().shown(Map.of());
    }

    @Test
    void the_most_recently_closed_come_first_wherever_they_are() {
        archived(1, "a", 10);
        StoredIncident latest = archived(2, "b", 40);
        archived(3, "c", 20);
        StoredIncident waiting = closed(4, "d", 30);
        inserted(5, "e");
        assertThat(store().closed(2)).containsExactly(latest, waiting);
        assertThat(store().closed(10)).extracting(s -> s.id().number()).containsExactly(2, 4, 3, 1);
        assertThat(store().closed(0)).isEmpty();
    }

    @Test
    void current_incidents_come_by_number() {
        inserted(10, "a");
        inserted(2, "b");
        inserted(33, "c");
        assertThat(store().current()).extracting(s -> s.id().number()).containsExactly(2, 10, 33);
    }

    @Test
    void numbers_are_never_given_twice_and_grow() {
        List<List<Integer>> given =
                Race.of(
                        RUNNERS,
                        _ ->
                                IntStream.range(0, 25)
                                        .mapToObj(_ -> store().nextId().number())
                                        .toList());
        Set<Integer> all = new HashSet<>();
        given.forEach(all::addAll);
        assertThat(all).hasSize(RUNNERS * 25);
        assertThat(given).allSatisfy(mine -> assertThat(mine).isSorted());
    }

    @Test
    void everything_that_can_be_stored_comes_back_as_it_was() {
        List<StoredIncident> samples = Samples.incidents().toList();
        for (StoredIncident sample : samples) {
            assertThat(store().insert(sample)).isEqualTo(DONE);
            assertThat(store().current(sample.state().group())).contains(sample);
            assertThat(store().find(sample.id())).contains(sample);
        }
        assertThat(store().current()).isEqualTo(samples);
        for (StoredIncident sample : samples) {
            StoredIncident next =
                    Make.next(sample, new IncidentEvent.Warned(at(99), Samples.badge()));
            assertThat(store().replace(next)).isTrue();
            assertThat(store().find(sample.id())).contains(next);
        }
    }

    @Test
    void ten_thousand_alerts_fit_into_one_incident() {
        StoredIncident opened =
                Make.incident(
                        Make.opened(1, group("a")),
                        new IncidentEvent.AlertsFired(at(0), Make.storm(10_000)));
        assertThat(store().insert(opened)).isEqualTo(DONE);
        StoredIncident next = note(opened, "that many");
        assertThat(store().replace(opened, next)).isTrue();
        StoredIncident stored = store().find(opened.id()).orElseThrow();
        assertThat(stored.state()).isEqualTo(next.state());
        assertThat(store().whole(stored)).isEqualTo(next);
    }

    @Test
    void a_long_incident_keeps_every_event_wherever_it_goes() {
        StoredIncident all = inserted(1, "a");
        for (int i = 0; i < 30; i++) {
            StoredIncident next = note(all, i + " " + "x".repeat(100_000));
            // Whoever reads first and whoever did not write the same.
            StoredIncident read = store().find(all.id()).orElseThrow();
            boolean won =
                    i % 2 == 0
                            ? store().replace(next)
                            : store().replace(read, note(read, i + " " + "x".repeat(100_000)));
            assertThat(won).isTrue();
            all = next;
            assertThat(store().find(all.id()).map(StoredIncident::lastSeq)).contains(all.lastSeq());
        }
        assertWhole(all);
        StoredIncident closed = Make.closed(all, at(50));
        assertThat(store().replace(closed)).isTrue();
        assertThat(store().archive(closed)).isTrue();
        assertWhole(closed);
        StoredIncident noted = note(closed, "post mortem");
        assertThat(store().replace(noted)).isTrue();
        assertWhole(noted);
    }

    @Test
    void eight_writers_of_a_long_incident_lose_and_double_nothing() {
        StoredIncident first = inserted(1, "a");
        Race.of(
                RUNNERS,
                i -> {
                    for (int n = 0; n < 4; n++) {
                        StoredIncident read;
                        String text = i + "/" + n + " " + "x".repeat(100_000);
                        do {
                            read = store().find(first.id()).orElseThrow();
                        } while (!store().replace(read, note(read, text)));
                    }
                    return true;
                });
        StoredIncident last = store().find(first.id()).orElseThrow();
        assertThat(store().whole(last).events()).hasSize(2 + RUNNERS * 4).doesNotHaveDuplicates();
    }

    private void assertWhole(StoredIncident expected) {
        StoredIncident found = store().find(expected.id()).orElseThrow();
        assertThat(store().whole(found)).isEqualTo(expected);
    }

    private StoredIncident inserted(int number, String group) {
        StoredIncident incident = Make.incident(number, group(group));
        assertThat(store().insert(incident)).isEqualTo(DONE);
        return incident;
    }

    private StoredIncident closed(int number, String group, int when) {
        StoredIncident closed = Make.closed(inserted(number, group), at(when));
        assertThat(store().replace(closed)).isTrue();
        return closed;
    }

    private StoredIncident archived(int number, String group, int when) {
        StoredIncident closed = closed(number, group, when);
        assertThat(store().archive(closed)).isTrue();
        return closed;
    }
}
