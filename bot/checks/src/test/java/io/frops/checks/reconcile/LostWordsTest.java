package io.frops.checks.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.testing.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Notifications that never came, and an Alertmanager that forgot everything.
class LostWordsTest {
    private Scene scene;
    private Instant start;

    @BeforeEach
    void begin(@TempDir Path folder) {
        scene = Scene.Plan.PLAIN.start(folder);
        start = scene.alerts().now();
    }

    @AfterEach
    void end() {
        if (scene != null) {
            scene.close();
        }
    }

    @Test
    void restarted_with_empty_state_it_closes_nothing_and_the_resend_with_the_same_start_is_seen() {
        scene.alerts().fire("Down", start);
        scene.world().card("INC-1 SEV3 open");
        scene.killAndForget();
        scene.minutes(9);
        assertThat(scene.state(1)).isEqualTo("open");

        int told = scene.relay().passed();
        scene.alerts().fire("Down", start);
        Eventually.await("it is told again", Scene.PATIENCE, () -> scene.relay().passed() > told);
        scene.minutes(12);
        assertThat(scene.state(1)).isEqualTo("open");
        assertThat(scene.firing(1)).isEqualTo("1");
        assertThat(scene.world().texts()).hasSize(1);
    }

    @Test
    void a_resolve_lost_in_a_crash_is_presumed_in_five_to_fifteen_minutes_and_any_firing_revokes() {
        scene.alerts().fire("Down", start);
        scene.world().card("INC-1 SEV3 open");
        scene.relay().refuse(true);
        scene.alerts().resolve("Down", start);
        Eventually.await(
                "it fails to tell the resolve", Scene.PATIENCE, () -> scene.relay().refused() > 0);
        scene.killAndForget();
        scene.relay().refuse(false);

        scene.api().polls(6);
        assertThat(scene.state(1)).isEqualTo("open");
        int minutes = 0;
        while (minutes < 30 && scene.state(1).equals("open")) {
            scene.minutes(1);
            minutes++;
        }
        assertThat(minutes).isBetween(5, 15);
        scene.awaitCard(1, "INC-1 SEV3 mitigated");
        assertThat(scene.card(1)).contains("presumed");

        scene.alerts().fire("Down", start);
        scene.awaitState(1, "open");
        scene.awaitCard(1, "INC-1 SEV3 open");
        assertThat(scene.world().texts()).hasSize(1);
    }

    @Test
    void an_absence_is_believed_after_five_polls_and_not_before() {
        scene.world().clock().push(Duration.ofMinutes(11));
        scene.alerts().fire("Down", start);
        Eventually.await("it is told", Scene.PATIENCE, () -> scene.relay().passed() > 0);
        scene.world().card("INC-1 SEV3 open");
        scene.relay().refuse(true);
        int before = scene.api().answered();
        scene.alerts().resolve("Down", start);
        scene.awaitState(1, "mitigated");
        assertThat(scene.api().answered() - before).isGreaterThanOrEqualTo(5);
        // Nothing of Alertmanager's came through, so that the polls alone made it so.
        Eventually.await(
                "it fails to tell the resolve", Scene.PATIENCE, () -> scene.relay().refused() > 0);
    }

    @Test
    void a_firing_that_was_never_accepted_is_opened_once_it_is_older_than_five_minutes() {
        scene.relay().refuse(true);
        scene.alerts().fire("Down", start);
        Eventually.await("it is refused", Scene.PATIENCE, () -> scene.relay().refused() > 0);
        scene.world().clock().push(Duration.ofMinutes(4));
        scene.api().polls(3);
        assertThat(scene.world().texts()).isEmpty();

        scene.world().clock().push(Duration.ofMinutes(1));
        scene.world().card("INC-1 SEV3 open");
        assertThat(scene.relay().passed()).isZero();
        scene.relay().refuse(false);
        Eventually.await("it is told", Scene.PATIENCE, () -> scene.relay().passed() > 0);
        scene.api().polls(2);
        assertThat(scene.world().texts()).hasSize(1);
        scene.alerts().resolve("Down", start);
        scene.awaitState(1, "mitigated");
    }
}
