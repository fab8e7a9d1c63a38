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
import java.util.stream.Stream;
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
            // The bot may have seen the channel before it was lost: then the post tells.
            isTold(
                    world,
                    "#incidents: Slack has no such channel",
                    World.INCIDENTS + ": Slack refused chat.postMessage");
            assertThat(world.cards()).as("where it cannot be posted").isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"channel_not_found", "is_archived"})
    void a_channel_that_turns_out_to_be_lost_at_the_post(String code) {
        try (World world = World.start(folder)) {
            Fault refusal = refused(world, code);
            isTold(world, World.INCIDENTS + ": Slack refused chat.postMessage (" + code + ")");
            assertThat(world.cards()).as("once refused, it is left alone").isEmpty();
            assertThat(world.slack().faults().hits()).containsExactly(hit(refusal));
        }
    }

    @Test
    void a_public_channel_that_the_bot_has_left_is_joined_again() {
        try (World world = World.start(folder)) {
            Fault refusal = refused(world, "not_in_channel");
            assertThat(world.notify(FIRING).status()).isEqualTo(200);
            world.card("INC-1 SEV2");
            assertThat(world.cards(World.GENERAL)).isEmpty();
            assertThat(world.slack().faults().hits()).containsExactly(hit(refusal));
            assertThat(world.slack().calls().of("conversations.join")).hasSize(1);
        }
    }

    /// The greeting is out, so that the next post is the card's.
    private static Fault refused(World world, String code) {
        Eventually.await(
                "the bot has said hello",
                World.PATIENCE,
                () -> !world.slack().messages(World.INCIDENTS).isEmpty());
        Fault refusal = new Fault.Refuse(code);
        world.slack().faults().failNext("chat.postMessage", 1, refusal);
        return refusal;
    }

    private static Faults.Hit hit(Fault refusal) {
        return new Faults.Hit("chat.postMessage", refusal);
    }

    /// @param why one of these is said
    private static void isTold(World world, String... why) {
        assertThat(world.http().get("/metrics").body()).doesNotContain(ALARM);
        assertThat(world.notify(FIRING).status()).isEqualTo(200);
        Eventually.await(
                "a card in #general that says why it is here",
                World.PATIENCE,
                () ->
                        world.cards(World.GENERAL).size() == 1
                                && Stream.of(why)
                                        .anyMatch(
                                                world.cards(World.GENERAL)
                                                                .getFirst()
                                                                .content()
                                                                .toString()
                                                        ::contains));
        assertThat(world.http().get("/metrics").body()).contains(ALARM);
    }
}
