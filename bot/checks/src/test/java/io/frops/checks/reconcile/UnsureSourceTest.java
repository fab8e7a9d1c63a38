package io.frops.checks.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// So much vanishes at once that the source itself is in doubt.
class UnsureSourceTest {
    private static final int MANY = 7;
    private static final String UNSURE = "Source unsure";
    private static final String NO_HEARTBEAT = "INC-2 SEV2 open";

    @TempDir Path folder;

    @Test
    void more_than_half_of_many_vanish_and_none_is_closed_until_a_person_trusts_the_source() {
        try (Scene scene = Scene.Plan.PLAIN.start(folder)) {
            Instant start = scene.alerts().now();
            IntStream.rangeClosed(1, MANY).forEach(i -> scene.alerts().fire("Down" + i, start));
            Eventually.await(
                    "all cards stand", Scene.PATIENCE, () -> scene.world().cards().size() == MANY);
            scene.killAndForget();
            scene.minutes(12);
            scene.api().polls(5);
            for (int i = 1; i <= MANY; i++) {
                assertThat(scene.state(i)).isEqualTo("open");
                scene.awaitCard(i, UNSURE);
            }

            var trusted = scene.world().command(World.CLARA, "trust-source", "INC-3");
            assertThat(trusted.status()).as(trusted.body()).isEqualTo(200);
            for (int i = 1; i <= MANY; i++) {
                scene.awaitState(i, "mitigated");
                int id = i;
                Eventually.await(
                        "the card of INC-" + id + " is sure again",
                        Scene.PATIENCE,
                        () -> !scene.card(id).contains(UNSURE));
            }
        }
    }

    @Test
    void prometheus_dies_and_nothing_resolves_by_itself_until_quiet_after_its_return() {
        try (Scene scene = Scene.Plan.PLAIN.beating("Watchdog").start(folder)) {
            Instant start = scene.alerts().now();
            scene.alerts().fire("Down", start);
            scene.world().card("INC-1 SEV3 open");
            // Prometheus' last word: whatever is not sent again ends by itself.
            Instant last = scene.alerts().now().plusSeconds(1);
            scene.alerts().fireUntil("Down", start, last);
            scene.alerts().fireUntil("Watchdog", start, last);
            scene.awaitCard(1, "INC-1 SEV3 mitigated");
            scene.world().card(NO_HEARTBEAT);
            assertThat(scene.card(2)).contains("No heartbeat");
            scene.awaitCard(1, "heartbeat is missing");
            assertThat(scene.alerts().held("")).isZero();

            scene.minutes(20);
            assertThat(scene.state(1)).isEqualTo("mitigated");

            scene.alerts().fire("Watchdog", start);
            scene.awaitState(2, "mitigated");
            scene.world().clock().push(Duration.ofMinutes(14));
            scene.api().polls(2);
            assertThat(scene.state(1)).isEqualTo("mitigated");
            scene.world().clock().push(Duration.ofMinutes(1));
            scene.awaitState(1, "resolved");
            assertThat(scene.world().texts()).hasSize(2);
        }
    }
}
