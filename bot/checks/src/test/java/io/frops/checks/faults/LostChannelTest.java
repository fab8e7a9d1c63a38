package io.frops.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.world.Bodies;
import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import io.frops.sandbox.slack.api.Fault;
import io.frops.sandbox.slack.api.Faults;
import io.frops.sandbox.slack.workspace.Channel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A channel that cannot be posted to: the card goes where people see it, says why, and somebody is
/// alarmed.
class LostChannelTest {
    private static final String BOT = "U0FROPS01";
    private static final String ALARM = "frops_alarms_total{";
    private static final String FIRING =
            Bodies.of("HighErrorRate").firing("a1", Instant.parse("2026-11-24T03:00:00Z")).json();

    @TempDir Path folder;

    @Test
    void an_archived_channel() {
        fallsBack(c -> c.archive(true));
    }

    @Test
    void a_private_channel_that_the_bot_is_not_in() {
        fallsBack(c ->
                new Channel(
                        c.id(),
                        c.name(),
                        Channel.Kind.PRIVATE,
                        c.topic(),
                        c.left(BOT).members(),
                        false,
                        c.created()));
    }

    private void fallsBack(UnaryOperator<Channel> loss) {
        try (World world = World.start(folder)) {
            Channel incidents =
                    world.slack().channels().stream()
                            .filter(c -> c.id().equals(World.INCIDENTS))
                            .findFirst()
                            .orElseThrow();
            world.slack().set(loss.apply(incidents));
            isTold(world);
            assertThat(world.cards()).as("where it cannot be posted").isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"not_in_channel", "channel_not_found", "is_archived"})
    void a_refusal_of_the_post_itself_loses_no_card(String code) {
        try (World world = World.start(folder)) {
            Fault refusal = new Fault.Refuse(code);
            world.slack().faults().failNext("chat.postMessage", 1, refusal);
            assertThat(world.notify(FIRING).status()).isEqualTo(200);
            Eventually.await(
                    "one card, there or here",
                    World.PATIENCE,
                    () -> world.cards().size() + world.cards(World.GENERAL).size() == 1);
            assertThat(world.slack().faults().hits())
                    .containsExactly(new Faults.Hit("chat.postMessage", refusal));
        }
    }

    private static void isTold(World world) {
        assertThat(world.http().get("/metrics").body()).doesNotContain(ALARM);
        assertThat(world.notify(FIRING).status()).isEqualTo(200);
        Eventually.await(
                "a card in #general that says why it is here",
                World.PATIENCE,
                () ->
                        world.cards(World.GENERAL).size() == 1
                                && world.cards(World.GENERAL)
                                        .getFirst()
                                        .content()
                                        .toString()
                                        .contains("#incidents"));
        assertThat(world.http().get("/metrics").body()).contains(ALARM);
    }
}
