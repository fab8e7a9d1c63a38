package io.frops.checks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.world.Bodies;
import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many kills; not in the gate. `./mvnw -Pchaos verify`, with `-Dchaos.kills=N` and
/// `-Dchaos.seed=N` where others are wanted.
class Chaos {
    private static final int SANDBOXES = 5;
    private static final int GROUPS = 3;

    @Test
    void many_kills_at_random_lose_nothing(@TempDir Path folder) throws InterruptedException {
        int kills = Integer.getInteger("chaos.kills", 200);
        Siege.Report report =
                Siege.run(folder, kills, Long.getLong("chaos.seed", System.nanoTime()));
        System.out.println(report);
        assertThat(report.kills()).isEqualTo(kills);
    }

    /// The simulated Slack dies with the bot, and forgets nothing that it said yes to.
    @Test
    void the_whole_sandbox_killed_again_and_again_loses_nothing(@TempDir Path folder)
            throws IOException {
        for (int life = 1; life <= SANDBOXES; life++) {
            try (SandboxProcess sandbox = SandboxProcess.start(folder)) {
                assertThat(incidents(sandbox)).isEqualTo((life - 1) * GROUPS);
                for (int i = 0; i < GROUPS; i++) {
                    String name = "life-" + life + "-" + i;
                    String body = Bodies.of(name).firing(name, Cast.START).json();
                    assertThat(sandbox.notify(body).status()).isEqualTo(200);
                }
                sandbox.kill();
                assertThat(sandbox.runs()).as("it was killed").isFalse();
            }
        }
        try (SandboxProcess last = SandboxProcess.start(folder)) {
            int all = SANDBOXES * GROUPS;
            assertThat(incidents(last)).isEqualTo(all);
            Eventually.await(
                    "every card follows",
                    World.PATIENCE.multipliedBy(3),
                    () -> last.cardsFollowed() && last.cards().size() >= all);
            assertThat(last.cards()).hasSizeLessThanOrEqualTo(all + SANDBOXES);
            System.out.println(
                    SANDBOXES
                            + " sandboxes killed: "
                            + all
                            + " alerts acknowledged and found, "
                            + last.cards().size()
                            + " cards");
        }
    }

    private static int incidents(SandboxProcess sandbox) {
        return sandbox.command("dan", "[\"incidents\"]").json().at("/data/incidents").size();
    }
}
