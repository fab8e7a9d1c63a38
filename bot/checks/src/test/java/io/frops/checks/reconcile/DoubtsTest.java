package io.frops.checks.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.world.Bodies;
import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Firing for what has resolved: the real Alertmanager is asked and believed. What it said shows:
/// had it not answered, the card would be open and say that it could not be asked.
class DoubtsTest {
    private static final String UNASKED = "could not be asked";

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
    void resolved_before_firing_stays_closed_when_the_api_has_no_such_alert() {
        World world = scene.world();
        Instant end = start.plusSeconds(60);
        assertThat(world.notify(Bodies.of("Late").resolved("a1", start, end).json()).status())
                .isEqualTo(200);
        assertThat(world.notify(Bodies.of("Late").firing("a1", start).json()).status())
                .isEqualTo(200);
        scene.api().polls(2);
        assertThat(world.command(World.DAN, "incidents").json().at("/data/incidents")).isEmpty();
        assertThat(world.texts()).isEmpty();

        // The same two, and nobody to ask: the doubt opens it.
        scene.alertmanager().kill();
        world.notify(Bodies.of("Late").firing("a1", start).json());
        world.card("INC-1 SEV2 open");
        assertThat(scene.card(1)).contains(UNASKED);
    }

    @Test
    void a_stalled_prometheus_gives_resolved_then_firing_with_one_start_and_it_is_open_again() {
        scene.alerts().fire("Down", start);
        scene.world().card("INC-1 SEV3 open");
        scene.alerts().resolve("Down", start);
        scene.awaitCard(1, "INC-1 SEV3 mitigated");
        int told = scene.relay().passed();
        scene.alerts().fire("Down", start);
        scene.awaitState(1, "open");
        Eventually.await("it was told", Scene.PATIENCE, () -> scene.relay().passed() > told);
        scene.awaitCard(1, "INC-1 SEV3 open");
        assertThat(scene.card(1)).doesNotContain(UNASKED);
        assertThat(scene.world().texts()).hasSize(1);
    }

    @Test
    void a_resolve_that_came_alone_does_not_hide_what_the_api_says_is_active() {
        scene.relay().refuse(true);
        scene.alerts().fire("Down", start);
        scene.alerts().awaitHeld(1);
        String key = scene.alerts().fingerprint("Down");
        World world = scene.world();
        Bodies resolved = Bodies.of("Down").resolved(key, start, start.plusSeconds(1));
        assertThat(world.notify(resolved.json()).status()).isEqualTo(200);
        assertThat(world.texts()).isEmpty();
        assertThat(scene.relay().passed()).isZero();

        scene.relay().refuse(false);
        world.card("INC-1 SEV3 open");
        Eventually.await("it is told", Scene.PATIENCE, () -> scene.relay().passed() > 0);
        assertThat(scene.card(1)).doesNotContain(UNASKED);
        scene.api().polls(2);
        assertThat(world.texts()).hasSize(1);
    }
}
