package io.frops.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.world.Bodies;
import io.frops.checks.world.Http;
import io.frops.checks.world.SignedSlack;
import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import io.frops.core.testing.TcpProxy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The database cut off, or silent, behind a proxy that counts.
class StoreFaultsTest {
    private static final Instant START = Instant.parse("2026-11-24T03:00:00Z");
    private static final String TEAM = "T0SANDBOX";

    private ProxiedStore stage;
    private TcpProxy proxy;
    private World world;
    private SignedSlack slack;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        stage = ProxiedStore.start(folder);
        proxy = stage.proxy();
        world = stage.world();
        slack = new SignedSlack(world.http(), World.SIGNING_SECRET);
        assertThat(world.notify(firing("Before")).status()).isEqualTo(200);
        world.card("INC-1 SEV2 open");
    }

    @AfterEach
    void stop() throws IOException {
        stage.close();
    }

    private static String firing(String group) {
        return Bodies.of(group).firing("a1", START).json();
    }

    private void recovers(String group) {
        proxy.mend();
        Eventually.await(
                "intake resumes by itself",
                World.PATIENCE,
                () -> world.notify(firing(group)).status() == 200);
        Eventually.await("the card follows", World.PATIENCE, () -> world.cards().size() == 2);
    }

    @Test
    void a_database_that_is_down_gives_503_fast_and_intake_resumes_by_itself() {
        proxy.cut();
        Http.Answer answer = world.notify(firing("During"));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.took()).isLessThan(Duration.ofSeconds(6));
        assertThat(proxy.refused() + proxy.reset())
                .as("connections that the fault broke")
                .isPositive();
        assertThat(world.http().get("/health/ready").status()).isEqualTo(503);
        assertThat(world.http().get("/health/live").status()).isEqualTo(200);
        recovers("During");
    }

    @Test
    void a_database_that_hangs_gives_503_within_the_deadline() {
        proxy.stall();
        Http.Answer answer = world.notify(firing("During"));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.took()).isLessThan(Duration.ofSeconds(8));
        assertThat(proxy.held()).as("bytes that the fault held back").isPositive();
        recovers("During");
    }

    @Test
    void
            a_click_under_a_hung_database_is_not_confirmed_within_three_seconds_and_has_no_untold_effect() {
        proxy.stall();
        String ack = SignedSlack.command(World.CLARA, TEAM, "ack INC-1");
        Http.Answer answer = slack.post(ack, world.clock().instant());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.took()).isLessThan(Duration.ofSeconds(3));
        assertThat(answer.body()).containsIgnoringCase("not confirmed");
        assertThat(proxy.held()).isPositive();
        proxy.mend();
        // Withdrawn: whatever was under way must not land later without the person being told.
        Eventually.await(
                "the store answers again",
                World.PATIENCE,
                () -> world.http().get("/health/ready").status() == 200);
        Http.Answer second =
                slack.post(
                        SignedSlack.command(World.BEN, TEAM, "ack INC-1"),
                        world.clock().instant().plusSeconds(1));
        assertThat(second.body()).contains("You acknowledged");
        world.card("INC-1 SEV2 acknowledged");
    }
}
