package io.frops.checks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.world.Bodies;
import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` right after an answer: what was acknowledged is there.
class KilledAfterAnswerTest {
    private static final Instant START = Instant.parse("2026-11-24T03:00:00Z");
    private static final int NOTIFICATIONS = 8;

    @Test
    void a_kill_right_after_200_loses_no_alert_and_no_click(@TempDir Path folder)
            throws IOException {
        try (SandboxProcess first = SandboxProcess.start(folder)) {
            for (int i = 1; i <= NOTIFICATIONS; i++) {
                String body = Bodies.of("Alert" + i).firing("f" + i, START).json();
                assertThat(first.notify(body).status()).isEqualTo(200);
            }
            assertThat(first.command("clara", "[\"ack\",\"INC-1\"]").status()).isEqualTo(200);
            first.kill();
            assertThat(first.runs()).as("the process was killed").isFalse();
        }
        try (SandboxProcess second = SandboxProcess.start(folder)) {
            assertThat(second.command("dan", "[\"incidents\"]").json().at("/data/incidents"))
                    .hasSize(NOTIFICATIONS);
            assertThat(
                            second.command("dan", "[\"incident\",\"1\"]")
                                    .json()
                                    .at("/data/state")
                                    .asText())
                    .isEqualTo("acknowledged");
            Eventually.await(
                    "every card follows",
                    World.PATIENCE.multipliedBy(2),
                    () -> second.cardsFollowed() && second.cards().size() >= NOTIFICATIONS);
            // A kill between a post and its record may repeat that one card, and no more.
            assertThat(second.cards()).hasSizeLessThanOrEqualTo(NOTIFICATIONS + 1);
        }
    }
}
