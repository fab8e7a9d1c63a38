package io.frops.core.incident;

import static io.frops.core.incident.Make.ANA;
import static io.frops.core.incident.Make.BEN;
import static io.frops.core.incident.Make.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.access.Actor;
import io.frops.core.alert.Activity.Answer;
import io.frops.core.alert.Alert;
import io.frops.core.alert.AlertKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IncidentDeciderTest extends Deciding {
    @Test
    void a_group_takes_its_worst_firing_alert() {
        assertThat(opened(firing(A, Severity.SEV3), firing(B, Severity.SEV2)).severity())
                .isEqualTo(Severity.SEV2);
    }

    @Test
    void severity_never_falls_by_itself() {
        Incident state = opened(firing(A, Severity.SEV3), firing(B, Severity.SEV2));
        Incident later = after(state, report(cleared(B, at(10))), at(10));
        assertThat(later.severity()).isEqualTo(Severity.SEV2);
        assertThat(later.phase()).isEqualTo(new Phase.Open());
    }

    @Test
    void after_a_persons_choice_only_an_alert_worse_than_any_before_raises_it() {
        Incident state = opened(firing(A, Severity.SEV2));
        state = after(state, new Change.SetSeverity(ANA, Severity.SEV4, Severity.SEV2), at(1));
        state = after(state, report(firing(B, Severity.SEV2)), at(2));
        assertThat(state.severity()).isEqualTo(Severity.SEV4);
        state = after(state, report(firing(Make.alert("c"), Severity.SEV1)), at(3));
        assertThat(state.severity()).isEqualTo(Severity.SEV1);
    }

    @Test
    void all_clear_mitigates_and_quiet_resolves_a_minor_one() {
        Incident state = opened(firing(A, Severity.SEV3));
        state = after(state, report(cleared(A, at(60))), at(60));
        assertThat(state.phase()).isEqualTo(new Phase.Mitigated(at(60), null));
        assertThat(decider.due(state)).isEqualTo(at(60).plus(Duration.ofMinutes(15)));
        Change tick = new Change.Tick(true, Instant.EPOCH);
        assertThat(after(state, tick, at(60 + 899)).resolved()).isFalse();
        assertThat(after(state, tick, at(60 + 900)).resolved()).isTrue();
    }

    @Test
    void quiet_never_resolves_a_major_one() {
        Incident state = opened(firing(A, Severity.SEV2));
        state = after(state, report(cleared(A, at(60))), at(60));
        assertThat(after(state, new Change.Tick(true, Instant.EPOCH), at(100_000)).phase())
                .isInstanceOf(Phase.Mitigated.class);
    }

    @Test
    void
            nothing_resolves_by_itself_while_the_heartbeat_is_missing_and_quiet_counts_from_its_return() {
        Incident state = opened(firing(A, Severity.SEV3));
        state = after(state, report(cleared(A, at(60))), at(60));
        assertThat(after(state, new Change.Tick(false, Instant.EPOCH), at(5000)).resolved())
                .isFalse();
        Change back = new Change.Tick(true, at(4900));
        assertThat(after(state, back, at(5000)).resolved()).isFalse();
        assertThat(after(state, back, at(4900 + 900)).resolved()).isTrue();
    }

    @Test
    void second_ack_names_the_first_responder() {
        Incident state =
                after(opened(firing(A, Severity.SEV2)), new Change.Acknowledge(ANA), at(5));
        assertThat(refusal(state, new Change.Acknowledge(BEN), at(9)))
                .isEqualTo(new Refusal.AlreadyAcknowledged(Actor.of(ANA), at(5)));
        assertThat(decider.decide(state, new Change.Acknowledge(ANA), at(9)))
                .isEqualTo(new Decision.Nothing());
    }

    @Test
    void second_escalation_from_the_same_card_changes_nothing() {
        Incident state =
                after(
                        opened(firing(A, Severity.SEV2)),
                        new Change.Escalate(ANA, "no idea", 1),
                        at(5));
        assertThat(state.ladder().level()).isEqualTo(2);
        assertThat(refusal(state, new Change.Escalate(BEN, "me too", 1), at(6)))
                .isEqualTo(new Refusal.LevelIsNow(2, Actor.of(ANA), at(5)));
    }

    @Test
    void escalation_ends_at_the_executives() {
        Incident state = opened(firing(A, Severity.SEV2));
        for (int level = 1; level < 4; level++) {
            state = after(state, new Change.Escalate(ANA, "up", level), at(level));
        }
        assertThat(refusal(state, new Change.Escalate(ANA, "up", null), at(9)))
                .isEqualTo(new Refusal.AtTopLevel(4));
    }

    @Test
    void resolving_while_something_fires_asks_first() {
        Incident state = opened(firing(A, Severity.SEV2));
        assertThat(decider.decide(state, new Change.Resolve(ANA, false), at(1)))
                .isEqualTo(new Decision.AskFirst(1));
    }

    @Test
    void a_repeat_of_what_fired_at_the_end_is_not_again_but_reopens_after_ten_minutes() {
        Incident state =
                after(opened(firing(A, Severity.SEV2)), new Change.Resolve(ANA, true), at(0));
        Incident repeated = after(state, report(firing(A, Severity.SEV2)), at(300));
        assertThat(repeated.resolved()).isTrue();
        assertThat(decider.due(repeated)).isEqualTo(at(600));
        Incident later = after(repeated, new Change.Tick(true, Instant.EPOCH), at(600));
        assertThat(later.phase()).isEqualTo(new Phase.Open());
    }

    @Test
    void a_new_episode_of_what_fires_ends_the_one_before_without_a_gap() {
        Incident open = opened(firing(A, Severity.SEV3), firing(B, Severity.SEV3));
        Alert again = Make.alert("a", at(60));
        Incident after = after(open, report(firing(again, Severity.SEV3)), at(90));
        assertThat(after.firing()).isEqualTo(2);
        assertThat(after.alerts().firingKeys()).containsExactlyInAnyOrder(again.key(), B.key());
        assertThat(after.alerts().get(A.key()))
                .satisfies(a -> assertThat(a.clearedAt()).isEqualTo(at(60)));
        assertThat(after.phase()).isEqualTo(open.phase());
    }

    @Test
    void a_new_episode_reopens_clears_the_acknowledgement_and_starts_escalation_again() {
        Incident state =
                after(opened(firing(A, Severity.SEV2)), new Change.Acknowledge(ANA), at(1));
        state = after(state, new Change.Escalate(ANA, "help", 1), at(2));
        state = after(state, report(cleared(A, at(10))), at(10));
        state = after(state, new Change.Resolve(ANA, false), at(20));
        state = after(state, report(firing(Make.alert("a", at(60)), Severity.SEV2)), at(60));
        assertThat(state.phase()).isEqualTo(new Phase.Open());
        assertThat(state.ladder()).isEqualTo(Ladder.start(at(60)));
    }

    @Test
    void a_firing_under_a_resolved_key_is_a_doubt_and_the_api_decides() {
        Incident state = opened(firing(A, Severity.SEV2), firing(B, Severity.SEV2));
        state = after(state, report(cleared(A, at(10))), at(10));
        Change.Report again = report(firing(A, Severity.SEV2));
        assertThat(decider.decide(state, again, at(20)))
                .isEqualTo(new Decision.Doubtful(Set.of(A.key())));
        assertThat(after(state, answered(again, Answer.ABSENT), at(20)).firing()).isEqualTo(1);
        assertThat(after(state, answered(again, Answer.ACTIVE), at(20)).firing()).isEqualTo(2);
        Incident unasked = after(state, answered(again, Answer.UNREACHABLE), at(20));
        assertThat(unasked.firing()).isEqualTo(2);
        assertThat(unasked.has(Badge.Kind.DOUBTFUL)).isTrue();
    }

    private static Change.Report answered(Change.Report report, Answer answer) {
        return report.answered(Map.<AlertKey, Answer>of(A.key(), answer));
    }

    @Test
    void any_firing_revokes_a_presumption() {
        Incident state = opened(firing(A, Severity.SEV2));
        state = after(state, new Change.Presume(Set.of(A.key())), at(600));
        assertThat(state.phase()).isEqualTo(new Phase.Mitigated(at(600), null));
        assertThat(state.alerts().presumedCount()).isEqualTo(1);
        state = after(state, report(firing(A, Severity.SEV2)), at(700));
        assertThat(state.firing()).isEqualTo(1);
        assertThat(state.phase()).isEqualTo(new Phase.Open());
    }

    @Test
    void the_response_target_passes_once() {
        Incident state = opened(firing(A, Severity.SEV1));
        state = after(state, tick(), at(300));
        assertThat(decider.due(state)).isEqualTo(at(900));
        Change tick = tick();
        state = after(state, tick, at(900));
        assertThat(state.ladder().targetMissed()).isTrue();
        assertThat(decider.decide(state, tick, at(901))).isEqualTo(new Decision.Nothing());
    }

    @Test
    void event_times_never_go_back_when_the_clock_does() {
        Incident state =
                after(opened(firing(A, Severity.SEV2)), new Change.Acknowledge(ANA), at(100));
        state = after(state, new Change.Escalate(ANA, "help", 1), at(50));
        assertThat(state.changedAt()).isEqualTo(at(100));
    }

    @Test
    void each_later_level_has_its_turn_once_until_somebody_acknowledges() {
        Incident state = opened(firing(A, Severity.SEV2));
        assertThat(decider.due(state)).isEqualTo(at(15 * 60));
        state = after(state, tick(), at(15 * 60));
        assertThat(state.ladder().turn()).isEqualTo(2);
        assertThat(after(state, tick(), at(16 * 60))).isEqualTo(state);
        state = after(state, tick(), at(30 * 60));
        assertThat(state.ladder().turn()).isEqualTo(2);
        assertThat(decider.due(state)).isEqualTo(at(45 * 60));
        state = after(state, tick(), at(50 * 60));
        assertThat(state.ladder().turn()).isEqualTo(3);
        assertThat(decider.due(state)).isNull();
    }

    @Test
    void whom_a_person_called_and_what_is_acknowledged_waits_for_no_turn() {
        Incident state = opened(firing(A, Severity.SEV2));
        assertThat(decider.due(after(state, new Change.Acknowledge(ANA), at(1)))).isNull();
        state = after(state, tick(), at(30 * 60));
        state = after(state, new Change.Escalate(BEN, "help", 1), at(16 * 60));
        state = after(state, new Change.Escalate(BEN, "help", 2), at(17 * 60));
        assertThat(decider.due(state)).isNull();
    }

    @Test
    void a_reopening_starts_the_turns_again() {
        Incident state = after(opened(firing(A, Severity.SEV2)), tick(), at(15 * 60));
        state = after(state, new Change.Resolve(ANA, true), at(16 * 60));
        state = after(state, new Change.Reopen(BEN), at(20 * 60));
        assertThat(state.ladder().turn()).isZero();
        assertThat(decider.due(state)).isEqualTo(at(35 * 60));
    }

    private static Change.Report cut(GradedAlert... alerts) {
        Badge left = new Badge(Badge.Kind.TRUNCATED, "3");
        return new Change.Report(List.of(alerts), Map.of(), List.of(left), false);
    }

    @Test
    void a_whole_message_lifts_that_one_was_cut_short() {
        Incident state =
                after(opened(firing(A, Severity.SEV2)), cut(firing(B, Severity.SEV2)), at(1));
        assertThat(after(state, cut(firing(A, Severity.SEV2)), at(2)).has(Badge.Kind.TRUNCATED))
                .isTrue();
        // What was fetched, or left out without saying so, is not the whole.
        assertThat(after(state, report(firing(A, Severity.SEV2)), at(2)).has(Badge.Kind.TRUNCATED))
                .isTrue();
        state = after(state, report(firing(A, Severity.SEV2), firing(B, Severity.SEV2)), at(3));
        assertThat(state.has(Badge.Kind.TRUNCATED)).isFalse();
    }

    private static GradedAlert unmapped(Alert alert) {
        return new GradedAlert(alert, Severity.SEV3, Basis.UNMAPPED, "backend");
    }

    @Test
    void a_severity_is_no_assumption_once_all_that_fires_says_it_or_a_person_does() {
        Incident state = opened(unmapped(A));
        assertThat(after(state, report(firing(B, Severity.SEV3)), at(1)))
                .matches(s -> s.has(Badge.Kind.SEVERITY_UNMAPPED));
        assertThat(after(state, report(firing(B, Severity.SEV3), cleared(A, at(1))), at(1)))
                .matches(s -> !s.has(Badge.Kind.SEVERITY_UNMAPPED));
        assertThat(after(state, new Change.SetSeverity(ANA, Severity.SEV3, null), at(1)))
                .matches(s -> !s.has(Badge.Kind.SEVERITY_UNMAPPED));
    }

    @Test
    void a_doubt_ends_when_its_alert_does_and_not_by_the_same_word_again() {
        Incident state = after(opened(firing(A, Severity.SEV2)), report(cleared(A, at(5))), at(5));
        Change.Report again =
                report(firing(A, Severity.SEV2)).answered(Map.of(A.key(), Answer.UNREACHABLE));
        state = after(state, again, at(6));
        assertThat(state.has(Badge.Kind.DOUBTFUL)).isTrue();
        state = after(state, again, at(7));
        assertThat(state.has(Badge.Kind.DOUBTFUL)).isTrue();
        state = after(state, report(cleared(A, at(8))), at(8));
        assertThat(state.has(Badge.Kind.DOUBTFUL)).isFalse();
    }
}
