package io.frops.core.intake;

import static io.frops.core.intake.ReconciliationWorld.MAIN;
import static io.frops.core.intake.ReconciliationWorld.WATCHDOG;
import static io.frops.core.intake.ReconciliationWorld.group;
import static io.frops.core.intake.ReconciliationWorld.heartbeat;
import static io.frops.core.intake.ReconciliationWorld.held;
import static io.frops.core.intake.ReconciliationWorld.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.alert.Alert;
import io.frops.core.alert.AlertKey;
import io.frops.core.alert.Notification;
import io.frops.core.alert.Poll;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReconciliationTest {
    private static final Finding SURE = new Finding.Sure(MAIN);

    private final ReconciliationWorld plain = new ReconciliationWorld(Optional.empty());
    private final ReconciliationWorld beating = new ReconciliationWorld(Optional.of(WATCHDOG));

    @Test
    void an_alert_absent_from_five_polls_in_a_row_is_presumed_gone() {
        plain.open(1);
        assertThat(plain.minutes(4)).containsOnly(SURE);
        assertThat(plain.minute())
                .containsExactly(SURE, new Finding.Presume(group("A1"), Set.of(key("f1"))));
    }

    @Test
    void one_sight_of_it_begins_the_row_anew() {
        plain.open(1);
        plain.minutes(4);
        plain.held.add(held("A1", key("f1")));
        plain.minute();
        plain.held.clear();
        assertThat(plain.minutes(4)).containsOnly(SURE);
        assertThat(plain.minute()).hasSize(2);
    }

    @Test
    void a_member_that_does_not_answer_begins_the_row_anew_and_is_told() {
        plain.open(1);
        plain.minutes(4);
        plain.others.add(new Poll.Silent("b", "down"));
        assertThat(plain.minutes(10))
                .containsOnly(new Finding.SourceSilent(MAIN, "b", "down"))
                .hasSize(10);
        plain.others.clear();
        assertThat(plain.minutes(4)).containsOnly(SURE);
        assertThat(plain.minute()).hasSize(2);
    }

    @Test
    void a_restarted_member_is_not_believed_for_ten_minutes() {
        plain.open(1);
        plain.uptime = Duration.ZERO;
        assertThat(plain.minutes(11)).containsOnly(SURE);
        assertThat(plain.minute()).hasSize(2);
    }

    @Test
    void one_young_member_of_two_is_enough_to_wait() {
        plain.open(1);
        plain.others.add(new Poll.Answered("b", Duration.ofMinutes(10), List.of()));
        assertThat(plain.minutes(20)).containsOnly(SURE);
    }

    @Test
    void one_member_that_holds_it_keeps_it_open() {
        plain.open(1);
        plain.others.add(
                new Poll.Answered(
                        "b", Duration.ofHours(1), List.of(held("A1", key("f1"), false, "other"))));
        assertThat(plain.minutes(20)).containsOnly(SURE);
    }

    @Test
    void with_a_heartbeat_configured_an_absence_counts_only_in_its_company() {
        beating.open(1);
        assertThat(beating.minutes(20)).containsOnly(SURE);
        beating.held.add(heartbeat());
        assertThat(beating.minutes(4)).containsOnly(SURE);
        assertThat(beating.minute()).hasSize(2);
    }

    @Test
    void a_new_start_of_the_same_alert_is_no_sight_of_the_old_episode() {
        plain.open(1);
        plain.held.add(held("A1", new AlertKey("f1", plain.now)));
        plain.minutes(4);
        assertThat(plain.minute()).contains(new Finding.Presume(group("A1"), Set.of(key("f1"))));
    }

    @Test
    void a_new_episode_of_what_fires_is_missing_at_once() {
        plain.open(1);
        AlertKey young = new AlertKey("f1", plain.now);
        plain.held.add(held("A1", young));
        assertThat(plain.minute())
                .filteredOn(Finding.Missing.class::isInstance)
                .singleElement()
                .satisfies(f ->
                        assertThat(((Finding.Missing) f).notification().alerts())
                                .extracting(Alert::key)
                                .containsExactly(young));
    }

    @Test
    void members_that_differ_in_the_episode_change_nothing() {
        plain.open(1);
        plain.held.add(held("A1", key("f1")));
        plain.others.add(
                new Poll.Answered(
                        "b",
                        Duration.ofHours(1),
                        List.of(held("A1", new AlertKey("f1", plain.now)))));
        assertThat(plain.minutes(10)).containsOnly(SURE);
    }

    @Test
    void half_of_many_may_go_and_more_than_half_is_a_doubt() {
        plain.open(6);
        for (int i = 1; i <= 3; i++) {
            plain.held.add(held("A" + i, key("f" + i)));
        }
        assertThat(plain.minutes(5)).filteredOn(Finding.Presume.class::isInstance).hasSize(3);

        var other = new ReconciliationWorld(Optional.empty());
        other.open(6);
        other.held.addAll(plain.held.subList(0, 2));
        assertThat(other.minutes(4)).isEmpty();
        assertThat(other.minute())
                .containsExactly(
                        new Finding.Doubt(
                                MAIN, Set.of(group("A3"), group("A4"), group("A5"), group("A6"))));
    }

    @Test
    void five_open_alerts_may_all_go_at_once() {
        plain.open(5);
        plain.minutes(4);
        assertThat(plain.minute()).filteredOn(Finding.Presume.class::isInstance).hasSize(5);
    }

    @Test
    void a_doubt_ends_when_a_person_trusts_the_source() {
        plain.open(6);
        plain.minutes(4);
        assertThat(plain.minute()).singleElement().isInstanceOf(Finding.Doubt.class);
        plain.trusted = true;
        assertThat(plain.minute()).hasSize(7).contains(SURE);
    }

    @Test
    void a_doubt_does_not_end_because_the_source_or_the_bot_was_restarted() {
        plain.open(6);
        plain.minutes(5);
        plain.uptime = Duration.ZERO;
        assertThat(plain.minutes(11)).isEmpty();
        assertThat(plain.minute()).singleElement().isInstanceOf(Finding.Doubt.class);

        var restarted = new ReconciliationWorld(Optional.empty());
        restarted.open(6);
        assertThat(restarted.minutes(4)).isEmpty();
        assertThat(restarted.minute()).singleElement().isInstanceOf(Finding.Doubt.class);
    }

    @Test
    void a_doubt_ends_when_the_alerts_are_back() {
        plain.open(6);
        plain.minutes(5);
        for (int i = 1; i <= 6; i++) {
            plain.held.add(held("A" + i, key("f" + i)));
        }
        assertThat(plain.minute()).containsExactly(SURE);
    }

    @Test
    void the_heartbeat_in_the_reply_lets_many_go() {
        beating.open(6);
        beating.held.add(heartbeat());
        beating.minutes(4);
        assertThat(beating.minute()).filteredOn(Finding.Presume.class::isInstance).hasSize(6);
    }

    @Test
    void a_firing_that_was_never_told_is_missing_after_five_minutes() {
        plain.held.add(held("A1", new AlertKey("f1", plain.now)));
        assertThat(plain.minutes(6)).containsOnly(SURE);
        assertThat(plain.minute())
                .anySatisfy(f ->
                        assertThat(f)
                                .isInstanceOfSatisfying(
                                        Finding.Missing.class,
                                        m -> {
                                            assertThat(m.notification().receiver())
                                                    .isEqualTo("frops");
                                            assertThat(m.notification().groupLabels())
                                                    .containsEntry("alertname", "A1");
                                            assertThat(m.notification().alerts()).hasSize(1);
                                        }));
    }

    @Test
    void what_fires_in_an_incident_already_is_not_missing() {
        plain.open(1);
        plain.held.add(held("A1", key("f1")));
        assertThat(plain.minutes(10)).containsOnly(SURE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_is_silenced_or_another_receivers_opens_nothing(boolean silenced) {
        plain.held.add(held("A1", key("f1"), !silenced, silenced ? "frops" : "other"));
        assertThat(plain.minutes(10)).containsOnly(SURE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_silence_or_another_route_that_only_one_member_knows_of_is_heeded(boolean silenced) {
        plain.held.add(held("A1", key("f1")));
        Poll.Held there = held("A1", key("f1"), !silenced, silenced ? "frops" : "other");
        plain.others.add(new Poll.Answered("b", Duration.ofHours(1), List.of(there)));
        assertThat(plain.minutes(10)).containsOnly(SURE);
    }

    @Test
    void what_is_in_no_group_yet_opens_nothing() {
        Poll.Held one = held("A1", key("f1"));
        plain.held.add(new Poll.Held(one.alert(), true, one.receivers(), List.of()));
        assertThat(plain.minutes(10)).containsOnly(SURE);
    }

    @Test
    void what_one_member_holds_is_missing_even_while_the_other_is_silent() {
        plain.held.add(held("A1", key("f1")));
        plain.others.add(new Poll.Silent("b", "down"));
        assertThat(plain.minute()).hasAtLeastOneElementOfType(Finding.Missing.class);
    }

    @Test
    void the_heartbeat_itself_is_never_missing_from_the_incidents() {
        beating.held.add(heartbeat());
        assertThat(beating.minutes(10)).containsOnly(SURE);
    }

    @Test
    void alerts_of_one_group_come_in_one_notification() {
        plain.held.add(held("A1", key("f1")));
        plain.held.add(held("A1", key("f2")));
        plain.held.add(held("A2", key("f3")));
        assertThat(plain.minute())
                .filteredOn(Finding.Missing.class::isInstance)
                .extracting(f -> ((Finding.Missing) f).notification().alerts().size())
                .containsExactlyInAnyOrder(2, 1);
    }

    @Test
    void what_a_notification_left_out_is_found_at_once() {
        var young = new AlertKey("f2", plain.now);
        plain.held.add(held("A1", key("f1")));
        plain.held.add(held("A1", young));
        plain.held.add(held("A2", key("f3")));
        var cutShort =
                new Notification(
                        MAIN,
                        "frops",
                        Map.of("alertname", "A1"),
                        List.of(held("A1", key("f1")).alert()),
                        1,
                        false,
                        "");
        assertThat(plain.reconciliation.leftOut(plain.poll(), cutShort, List.of()))
                .singleElement()
                .satisfies(m ->
                        assertThat(m.notification().alerts())
                                .extracting(Alert::key)
                                .containsExactly(young));
    }

    @Test
    void a_source_without_members_finds_nothing() {
        plain.open(1);
        assertThat(
                        plain.reconciliation.compare(
                                new Poll(List.of()), plain.known, () -> true, plain.now))
                .isEmpty();
    }
}
