package io.frops.checks.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.world.World;
import io.frops.core.notify.Storm;
import io.frops.core.testing.Eventually;
import io.frops.sandbox.slack.api.CallLog;
import io.frops.sandbox.slack.api.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Slack answers 429, again and again.
class RateLimitTest {
    private static final String POST = "chat.postMessage";
    private static final int RETRY_AFTER = 2;
    private static final int TIMES = 3;

    @Test
    void nothing_is_sent_before_retry_after_has_passed_and_the_order_is_kept(@TempDir Path folder) {
        try (World world = World.start(folder)) {
            Flood flood = new Flood(world);
            Eventually.await(
                    "the greeting, which would take a fault",
                    World.PATIENCE,
                    () -> flood.calls(POST).size() == 1);
            world.slack().faults().failNext(POST, TIMES, new Fault.TooMany(RETRY_AFTER));
            for (int i = 1; i <= Storm.MOST - 5; i++) {
                flood.send(i, 1);
            }
            Eventually.await(
                    "all cards", World.PATIENCE, () -> world.cards().size() == Storm.MOST - 5);
            assertThat(world.slack().faults().hits())
                    .filteredOn(h -> h.method().equals(POST))
                    .hasSize(TIMES);
            assertThat(pauses(flood.calls(POST)))
                    .hasSize(TIMES)
                    .allSatisfy(p ->
                            assertThat(p).isGreaterThanOrEqualTo(Duration.ofSeconds(RETRY_AFTER)));
            assertThat(numbers(world)).isSorted();
        }
    }

    /// From each refusal to the call after it.
    private static List<Duration> pauses(List<CallLog.Entry> calls) {
        List<Duration> pauses = new ArrayList<>();
        Instant refused = null;
        for (CallLog.Entry call : calls) {
            if (refused != null) {
                pauses.add(Duration.between(refused, call.at()));
            }
            refused = call.outcome().equals("ok") ? null : call.at();
        }
        return pauses;
    }

    /// In the order in which their cards came.
    private static List<Integer> numbers(World world) {
        return world.texts().stream()
                .map(t -> Integer.valueOf(t.replaceAll("^INC-(\\d+) .*", "$1")))
                .toList();
    }
}
