package io.frops.core.intake;

import static io.frops.core.intake.ReconciliationWorld.MAIN;
import static io.frops.core.intake.ReconciliationWorld.WATCHDOG;
import static io.frops.core.intake.ReconciliationWorld.heartbeat;
import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.alert.Alert;
import io.frops.core.alert.Poll;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Alert BEAT = heartbeat().alert();
    private static final Alert ENDED =
            new Alert(BEAT.key(), BEAT.labels(), Map.of(), NOON.plusSeconds(30), "");

    private static final Poll.Member WITH =
            new Poll.Answered("a", Duration.ofHours(1), List.of(heartbeat()));
    private static final Poll.Member WITHOUT =
            new Poll.Answered("b", Duration.ofHours(1), List.of());
    private static final Poll.Member SILENT = new Poll.Silent("c", "down");

    private final Heartbeat.State fresh = Heartbeat.start(NOON);

    @Test
    void a_start_is_no_alarm_and_five_minutes_without_word_are() {
        assertThat(WATCHDOG.passed(fresh, NOON.plusSeconds(300)).missing()).isFalse();
        assertThat(WATCHDOG.passed(fresh, NOON.plusSeconds(301)).missingSince())
                .isEqualTo(NOON.plusSeconds(301));
    }

    @Test
    void it_is_missing_when_its_resolve_arrives() {
        var after = WATCHDOG.heard(fresh, ENDED, NOON.plusSeconds(30));
        assertThat(WATCHDOG.standing(after))
                .containsExactly(new Finding.HeartbeatMissing(MAIN, NOON.plusSeconds(30)));
    }

    @Test
    void there_is_nothing_to_tell_of_one_that_never_was_missing() {
        assertThat(WATCHDOG.standing(WATCHDOG.heard(fresh, BEAT, NOON.plusSeconds(9)))).isEmpty();
    }

    @Test
    void it_is_missing_when_a_whole_poll_lacks_it() {
        assertThat(WATCHDOG.polled(fresh, new Poll(List.of(WITHOUT)), NOON).missing()).isTrue();
    }

    @Test
    void one_member_that_holds_it_is_enough_for_its_life_but_not_for_a_believed_absence() {
        Poll poll = new Poll(List.of(WITHOUT, WITH));
        assertThat(WATCHDOG.polled(fresh, poll, NOON).missing()).isFalse();
        assertThat(WATCHDOG.inEveryReply(poll)).isFalse();
        assertThat(WATCHDOG.inEveryReply(new Poll(List.of(WITH)))).isTrue();
    }

    @Test
    void while_a_member_is_silent_only_time_makes_it_missing() {
        Poll poll = new Poll(List.of(WITHOUT, SILENT));
        assertThat(WATCHDOG.polled(fresh, poll, NOON.plusSeconds(60)).missing()).isFalse();
        assertThat(WATCHDOG.polled(fresh, poll, NOON.plusSeconds(301)).missing()).isTrue();
    }

    @Test
    void word_of_it_counts_from_when_it_came() {
        var heard = WATCHDOG.heard(fresh, BEAT, NOON.plusSeconds(240));
        assertThat(WATCHDOG.passed(heard, NOON.plusSeconds(540)).missing()).isFalse();
        assertThat(WATCHDOG.passed(heard, NOON.plusSeconds(541)).missing()).isTrue();
    }

    @Test
    void its_return_is_told_with_its_time() {
        var missing = WATCHDOG.polled(fresh, new Poll(List.of(WITHOUT)), NOON.plusSeconds(60));
        var back = WATCHDOG.heard(missing, BEAT, NOON.plusSeconds(90));
        assertThat(WATCHDOG.standing(back))
                .containsExactly(new Finding.HeartbeatBack(MAIN, NOON.plusSeconds(90)));
        var later = WATCHDOG.heard(back, BEAT, NOON.plusSeconds(150));
        assertThat(WATCHDOG.standing(later)).isEqualTo(WATCHDOG.standing(back));
    }

    @Test
    void being_missing_still_keeps_the_first_time() {
        var missing = WATCHDOG.polled(fresh, new Poll(List.of(WITHOUT)), NOON.plusSeconds(60));
        var still = WATCHDOG.polled(missing, new Poll(List.of(WITHOUT)), NOON.plusSeconds(120));
        assertThat(still.missingSince()).isEqualTo(NOON.plusSeconds(60));
        assertThat(WATCHDOG.standing(still)).isEqualTo(WATCHDOG.standing(missing));
    }
}
