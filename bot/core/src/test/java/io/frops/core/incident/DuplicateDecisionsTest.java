package io.frops.core.incident;

import static io.frops.core.incident.Make.ANA;
import static io.frops.core.incident.Make.BEN;
import static io.frops.core.incident.Make.T0;
import static io.frops.core.incident.Make.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.access.Actor;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Merged incidents and what their targets count of them.
class DuplicateDecisionsTest extends Deciding {
    @Test
    void a_duplicate_goes_into_the_older_one_only() {
        Incident state = opened(firing(A, Severity.SEV2));
        assertThat(refusal(state, new Change.MergeInto(ANA, new IncidentId(2)), at(1)))
                .isEqualTo(new Refusal.OnlyIntoOlder(new IncidentId(2)));
    }

    @Test
    void a_targets_duplicates_count_until_they_are_clear() {
        Incident target = opened(firing(A, Severity.SEV2));
        target =
                after(
                        target,
                        new Change.CountDuplicate(
                                new Duplicate(new IncidentId(2), 3, 1, Severity.SEV2)),
                        at(1));
        target = after(target, report(cleared(A, at(5))), at(5));
        assertThat(target.phase()).isEqualTo(new Phase.Open());
        target =
                after(
                        target,
                        new Change.CountDuplicate(
                                new Duplicate(new IncidentId(2), 4, 0, Severity.SEV2)),
                        at(6));
        assertThat(target.phase()).isInstanceOf(Phase.Mitigated.class);
    }

    @Test
    void a_duplicate_that_closes_while_it_fires_reopens_if_it_fires_still() {
        Incident duplicate =
                Evolution.replay(
                        decider.open(
                                new IncidentId(2),
                                GROUP,
                                new Origin.Alerting(Make.MAIN, "frops", Map.of()),
                                "5xx above 5%",
                                report(firing(A, Severity.SEV2)),
                                T0));
        duplicate = after(duplicate, new Change.MergeInto(ANA, new IncidentId(1)), at(1));
        Incident target =
                after(opened(firing(B, Severity.SEV2)), new Change.Resolve(BEN, true), at(2));
        duplicate = after(duplicate, new Change.CloseWithTarget(target), at(2));
        assertThat(decider.due(duplicate)).isEqualTo(at(602));
        assertThat(after(duplicate, new Change.Tick(true, Instant.EPOCH), at(602)).phase())
                .isEqualTo(new Phase.Open());
    }

    @Test
    void a_target_that_reopens_no_longer_counts_what_was_closed_with_it() {
        Incident target = opened(firing(A, Severity.SEV2));
        target =
                after(
                        target,
                        new Change.CountDuplicate(
                                new Duplicate(new IncidentId(2), 3, 5, Severity.SEV2)),
                        at(1));
        target = after(target, new Change.Resolve(ANA, true), at(2));
        target = after(target, new Change.Reopen(BEN), at(3));
        assertThat(target.firing()).isEqualTo(1);
    }

    private static Change.CountDuplicate counted(long version, Severity severity) {
        return new Change.CountDuplicate(new Duplicate(new IncidentId(2), version, 1, severity));
    }

    @Test
    void a_duplicate_that_is_worse_raises_its_target() {
        Incident target = opened(firing(A, Severity.SEV3));
        target = after(target, counted(3, Severity.SEV3), at(1));
        assertThat(target.severity()).isEqualTo(Severity.SEV3);
        target = after(target, counted(4, Severity.SEV1), at(2));
        assertThat(target.grade())
                .isEqualTo(
                        new Grade(
                                Severity.SEV1, Basis.DUPLICATE, Severity.SEV1, Actor.bot(), at(2)));
        assertThat(after(target, counted(5, Severity.SEV4), at(3)).severity())
                .isEqualTo(Severity.SEV1);
    }

    @Test
    void a_persons_choice_stands_against_a_duplicate_that_was_known() {
        Incident target = after(opened(firing(A, Severity.SEV3)), counted(3, Severity.SEV2), at(1));
        target = after(target, new Change.SetSeverity(ANA, Severity.SEV4, null), at(2));
        assertThat(after(target, counted(4, Severity.SEV2), at(3)).severity())
                .isEqualTo(Severity.SEV4);
        assertThat(after(target, counted(4, Severity.SEV1), at(3)).severity())
                .isEqualTo(Severity.SEV1);
    }

    @Test
    void a_duplicate_counted_before_severities_were_is_counted_again() {
        Incident target = opened(firing(A, Severity.SEV3));
        target =
                after(
                        target,
                        new Change.CountDuplicate(new Duplicate(new IncidentId(2), 3, 1, null)),
                        at(1));
        assertThat(after(target, counted(3, Severity.SEV2), at(2)).severity())
                .isEqualTo(Severity.SEV2);
        assertThat(after(target, counted(2, Severity.SEV2), at(2)).severity())
                .isEqualTo(Severity.SEV3);
    }

    private Incident merged(Instant when) {
        Incident duplicate =
                Evolution.replay(
                        decider.open(
                                new IncidentId(2),
                                Make.group("other"),
                                new Origin.Alerting(Make.MAIN, "frops", Map.of()),
                                "5xx above 5%",
                                report(firing(B, Severity.SEV2)),
                                T0));
        return after(duplicate, new Change.MergeInto(ANA, new IncidentId(1)), when);
    }

    @Test
    void what_was_merged_into_something_over_is_open_again() {
        Incident target =
                after(opened(firing(A, Severity.SEV2)), new Change.Resolve(BEN, true), at(1));
        Incident duplicate = after(merged(at(2)), new Change.CloseWithTarget(target), at(3));
        assertThat(duplicate.phase()).isEqualTo(new Phase.Open());
        assertThat(duplicate.ladder().since()).isEqualTo(at(3));
    }

    @Test
    void what_was_counted_ends_with_its_target_whatever_the_clocks_say() {
        Incident target = after(opened(firing(A, Severity.SEV2)), counted(3, Severity.SEV2), at(1));
        target = after(target, new Change.Resolve(BEN, true), at(1));
        Incident duplicate = after(merged(at(2)), new Change.CloseWithTarget(target), at(3));
        assertThat(duplicate.phase()).isInstanceOf(Phase.Resolved.class);
    }

    @Test
    void another_targets_end_closes_nothing() {
        Incident target = after(merged(at(1)), new Change.Note(ANA, "not over"), at(2));
        assertThat(decider.decide(merged(at(1)), new Change.CloseWithTarget(target), at(3)))
                .isEqualTo(new Decision.Nothing());
    }
}
