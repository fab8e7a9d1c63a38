package io.frops.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.world.Bodies;
import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import io.frops.sandbox.slack.api.Fault;
import io.frops.sandbox.slack.workspace.Channel;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Slack away, refusing, or with a channel that cannot be used: intake does not notice, and the
/// card comes.
class SlackFaultsTest {
    private static final Instant START = Instant.parse("2026-11-24T03:00:00Z");

    private static String firing(String group) {
        return Bodies.of(group).firing("a1", START).json();
    }

    @Test
    void slack_down_at_start_stops_neither_the_start_nor_intake_and_cards_follow(
            @TempDir Path folder) {
        try (World world = World.startWithSlackDown(folder)) {
            assertThat(world.notify(firing("HighErrorRate")).status()).isEqualTo(200);
            long before = searches(world);
            // The greeting looks for its channel too, but not so often.
            Eventually.await(
                    "the card was tried more than once",
                    World.PATIENCE,
                    () -> searches(world) >= before + 4);
            assertThat(world.cards()).isEmpty();
            world.slack().faults().down(false);
            world.card("INC-1 SEV2");
        }
    }

    private static long searches(World world) {
        return world.slack().faults().hits().stream()
                .filter(hit -> hit.method().equals("conversations.list"))
                .count();
    }

    @Test
    void server_errors_and_resets_are_retried_and_the_card_stays_single(@TempDir Path folder) {
        try (World world = World.start(folder)) {
            world.slack().faults().failNext("chat.postMessage", 1, new Fault.Status(500));
            world.slack().faults().failNext("chat.postMessage", 1, new Fault.Reset());
            world.slack().faults().failNext("chat.postMessage", 1, new Fault.LostReply());
            assertThat(world.notify(firing("HighErrorRate")).status()).isEqualTo(200);
            world.card("INC-1 SEV2");
            Eventually.await(
                    "all three faults",
                    World.PATIENCE,
                    () -> world.slack().faults().hits().size() >= 3);
            Eventually.await(
                    "the card is settled",
                    World.PATIENCE,
                    () -> world.http().get("/metrics").body().contains("frops_cards_behind 0.0"));
            assertThat(world.cards()).hasSize(1);
        }
    }

    @Test
    void a_rate_limit_is_waited_for_and_nothing_is_lost(@TempDir Path folder) {
        try (World world = World.start(folder)) {
            world.slack().faults().failNext("chat.postMessage", 2, new Fault.TooMany(1));
            assertThat(world.notify(firing("HighErrorRate")).status()).isEqualTo(200);
            world.card("INC-1 SEV2");
            assertThat(world.slack().faults().hits()).hasSize(2);
        }
    }

    @Test
    void a_public_channel_that_the_bot_is_not_in_gets_the_card_all_the_same(@TempDir Path folder) {
        try (World world = World.start(folder)) {
            Channel incidents =
                    world.slack().channels().stream()
                            .filter(c -> c.id().equals(World.INCIDENTS))
                            .findFirst()
                            .orElseThrow();
            world.slack().set(incidents.left("U0FROPS01"));
            assertThat(world.notify(firing("HighErrorRate")).status()).isEqualTo(200);
            world.card("INC-1 SEV2");
        }
    }

    @Test
    void a_summary_of_any_length_is_shown_and_nothing_is_refused(@TempDir Path folder) {
        try (World world = World.start(folder)) {
            Bodies body = Bodies.of("Long").summary("very ".repeat(2000) + "long");
            for (int i = 0; i < 60; i++) {
                body.firing("a" + i, START);
            }
            assertThat(world.notify(body.json()).status()).isEqualTo(200);
            world.card("INC-1 SEV2");
            Eventually.await(
                    "the card is settled",
                    World.PATIENCE,
                    () -> world.http().get("/metrics").body().contains("frops_cards_behind 0.0"));
            assertThat(
                            world.slack().calls().all().stream()
                                    .filter(c -> c.toString().contains("invalid_blocks")))
                    .isEmpty();
        }
    }
}
