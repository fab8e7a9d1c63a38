package io.frops.checks.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.testing.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An alert that ends and starts again between two messages.
class NewEpisodeTest {
    private static final String SLOW =
            "{receiver: frops, group_by: [alertname], group_wait: 1s, group_interval: 10m}";

    @Test
    void an_episode_that_alertmanager_tells_nobody_of_takes_the_place_of_the_one_before(
            @TempDir Path folder) {
        try (Scene scene = Scene.Plan.PLAIN.routed(SLOW).start(folder)) {
            Instant start = scene.alerts().now().minusSeconds(60);
            scene.alerts().fire("Down", start);
            Eventually.await("it is told", Scene.PATIENCE, () -> scene.relay().passed() == 1);
            scene.world().card("INC-1 SEV3 open");
            scene.world().clock().push(Duration.ofMinutes(11));

            Instant end = start.plusSeconds(10);
            scene.alerts().fireUntil("Down", start, end);
            scene.alerts().fire("Down", end.plusSeconds(10));
            for (int poll = 0; poll < 8; poll++) {
                scene.api().polls(1);
                assertThat(scene.state(1)).isEqualTo("open");
                assertThat(scene.firing(1)).isEqualTo("1");
                assertThat(scene.cleared(1)).isEqualTo("1");
            }
            assertThat(scene.relay().passed()).isEqualTo(1);
            assertThat(scene.world().texts()).hasSize(1);
        }
    }
}
