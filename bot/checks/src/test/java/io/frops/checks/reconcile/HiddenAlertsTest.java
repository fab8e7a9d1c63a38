package io.frops.checks.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.testing.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Alertmanager's API lists although nobody was to be told, and what its message left out.
class HiddenAlertsTest {
    private static final String FOREIGN =
            """

              receiver: frops
              group_by: [alertname]
              group_wait: 1s
              group_interval: 1s
              routes:
                - {receiver: other, matchers: ['team="elsewhere"']}
            """;

    private static final String PATIENT =
            "{receiver: frops, group_by: [alertname], group_wait: 10m, group_interval: 10m}";

    @TempDir Path folder;

    @Test
    void a_silenced_inhibited_or_foreign_receivers_alert_opens_nothing() {
        try (Scene scene = Scene.Plan.PLAIN.routed(FOREIGN).start(folder)) {
            // Only the comparison can open anything: no notification comes through.
            scene.relay().refuse(true);
            Instant start = scene.alerts().now();
            scene.alerts().silence("Muted");
            scene.alerts().fire("Muted", start);
            scene.alerts().fire("Foreign", start, "team", "elsewhere");
            scene.alerts().fire("Strong", start, "strength", "strong");
            scene.alerts().fire("Weak", start, "strength", "weak");
            scene.alerts().awaitHeld(4);
            Eventually.await(
                    "one is silenced and one inhibited",
                    Scene.PATIENCE,
                    () -> scene.alerts().held("suppressed") == 2);
            Eventually.await("it is refused", Scene.PATIENCE, () -> scene.relay().refused() > 0);

            scene.world().clock().push(Duration.ofMinutes(20));
            scene.world().card("INC-1 SEV3 open");
            assertThat(scene.card(1)).contains("Strong");
            scene.minutes(4);
            assertThat(scene.world().texts()).hasSize(1);
            assertThat(scene.firing(1)).isEqualTo("1");
            assertThat(scene.relay().passed()).isZero();
        }
    }

    @Test
    void an_alert_that_still_waits_to_be_told_opens_nothing_for_five_minutes() {
        try (Scene scene = Scene.Plan.PLAIN.routed(PATIENT).start(folder)) {
            Instant start = scene.alerts().now();
            scene.alerts().fire("Waiting", start);
            scene.alerts().awaitHeld(1);
            scene.minutes(4);
            assertThat(scene.world().texts()).isEmpty();
            assertThat(scene.alerts().held("active")).isEqualTo(1);
            assertThat(scene.relay().passed() + scene.relay().refused()).isZero();
            // The same alert is seen all the time: once it is too old to be waiting it is opened.
            scene.minutes(2);
            scene.world().card("INC-1 SEV3 open");
        }
    }

    @Test
    void what_a_notification_left_out_is_warned_of_and_fetched() {
        try (Scene scene = Scene.Plan.PLAIN.receiving("max_alerts: 1").start(folder)) {
            Instant start = scene.alerts().now();
            for (int pod = 1; pod <= 4; pod++) {
                scene.alerts().fire("Down", start, "pod", "p" + pod);
            }
            scene.world().card("INC-1 SEV3 open");
            Eventually.await("all are known", Scene.PATIENCE, () -> scene.firing(1).equals("4"));
            scene.awaitCard(1, "left out by the source");
            assertThat(scene.world().texts()).hasSize(1);
            assertThat(scene.relay().passed()).isPositive();

            // Nor does a message tell of the end of what it leaves out: the polls do.
            scene.world().clock().push(Duration.ofMinutes(11));
            for (int pod = 2; pod <= 4; pod++) {
                scene.alerts().resolve("Down", start, "pod", "p" + pod);
            }
            Eventually.await("one is left", Scene.PATIENCE, () -> scene.firing(1).equals("1"));
            assertThat(scene.state(1)).isEqualTo("open");
        }
    }
}
