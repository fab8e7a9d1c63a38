package io.frops.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.alert.Alert;
import io.frops.core.alert.LabelMatcher;
import io.frops.core.incident.Make;
import io.frops.core.memory.MemoryKeys;
import io.frops.core.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One heartbeat whose notifications reach one replica, while another one looks after timers.
class SharedHeartbeatTest {
    private static final Alert BEAT = ReconciliationWorld.heartbeat().alert();

    private final ManualClock clock = new ManualClock();
    private final MemoryKeys keys = new MemoryKeys();
    private final HeartbeatBook hears = book();
    private final HeartbeatBook holds = book();

    private HeartbeatBook book() {
        Heartbeat rule =
                new Heartbeat(
                        Make.MAIN,
                        List.of(new LabelMatcher("alertname", "Watchdog")),
                        Duration.ofMinutes(5));
        return new HeartbeatBook(List.of(rule), keys, clock);
    }

    @Test
    void what_one_replica_hears_is_no_silence_at_the_other() {
        assertThat(hears.isHeartbeat(Make.MAIN, BEAT)).isTrue();
        for (int minute = 0; minute < 30; minute++) {
            clock.advance(Duration.ofMinutes(1));
            hears.heard(Make.MAIN, BEAT, clock.instant());
            holds.passed(Make.MAIN, clock.instant());
            assertThat(holds.trust(Make.MAIN).trusted()).isTrue();
        }
    }

    @Test
    void a_silence_at_both_is_noticed_by_the_holder_and_known_to_the_other() {
        hears.heard(Make.MAIN, BEAT, clock.instant());
        clock.advance(Duration.ofMinutes(6));
        assertThat(holds.passed(Make.MAIN, clock.instant()))
                .hasOnlyElementsOfType(Finding.HeartbeatMissing.class)
                .hasSize(1);
        assertThat(hears.trust(Make.MAIN).trusted()).isFalse();
    }

    @Test
    void its_resolve_at_one_replica_counts_at_the_other_at_once() {
        hears.heard(Make.MAIN, BEAT, clock.instant());
        hears.heard(Make.MAIN, Make.resolved(BEAT, clock.instant()), clock.instant());
        assertThat(holds.trust(Make.MAIN).trusted()).isFalse();
    }

    @Test
    void its_return_at_one_replica_is_found_by_the_other() {
        clock.advance(Duration.ofMinutes(6));
        holds.passed(Make.MAIN, clock.instant());
        clock.advance(Duration.ofMinutes(1));
        hears.heard(Make.MAIN, BEAT, clock.instant());
        assertThat(holds.passed(Make.MAIN, clock.instant()))
                .containsExactly(new Finding.HeartbeatBack(Make.MAIN, clock.instant()));
    }
}
