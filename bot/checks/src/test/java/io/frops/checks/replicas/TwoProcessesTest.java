package io.frops.checks.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.world.Bodies;
import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two bots in processes of their own, on one store and one Slack.
class TwoProcessesTest {
    private static final Instant START = Instant.parse("2026-11-24T03:00:00Z");
    private static final int INCIDENTS = 12;

    /// Half a second for the work under way, half a second until the next look; the rest is for
    /// slow machines.
    private static final Duration RELEASED = Duration.ofSeconds(6);

    /// 10 s in which the lease stands still and half a second until the next look; the rest is for
    /// slow machines.
    private static final Duration EXPIRED = Duration.ofSeconds(20);

    private SharedStore store;
    private World world;
    private BotProcess holder;
    private BotProcess other;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        store = SharedStore.open(folder);
        Path bot = Files.createDirectory(folder.resolve("bot"));
        world = World.start(bot, World.Plan.PLAIN.on(store.uri()));
        world.bot().close();
        holder = BotProcess.start("one", folder, bot.resolve("frops.yaml"));
        Eventually.await("the first one holds the lease", World.PATIENCE, holder::holds);
        other = BotProcess.start("two", folder, bot.resolve("frops.yaml"));
        assertThat(other.holds()).isFalse();
    }

    @AfterEach
    void stop() {
        other.close();
        holder.close();
        world.close();
        store.close();
    }

    private static String firing(int number) {
        return Bodies.of("Alert" + number).firing("a" + number, START).json();
    }

    /// More than Slack takes at once, so that cards are still to be posted when this returns.
    private void burst() {
        for (int i = 1; i <= INCIDENTS; i++) {
            assertThat((i % 2 == 0 ? holder : other).notify(firing(i))).isEqualTo(200);
        }
        Eventually.await("some cards are there", World.PATIENCE, () -> world.cards().size() >= 2);
    }

    private long numbers() {
        return world.texts().stream().map(t -> t.split(" ", 2)[0]).distinct().count();
    }

    private void followed() {
        Eventually.await(
                "every incident has its card",
                World.PATIENCE.multipliedBy(2),
                () -> numbers() == INCIDENTS && other.nothingLags());
    }

    @Test
    void killed_in_a_burst_its_work_goes_on_at_the_other_within_the_term() {
        burst();
        holder.kill();
        Instant killed = world.clock().instant();
        assertThat(holder.runs()).isFalse();
        int before = world.cards().size();
        assertThat(before).as("the kill was in the middle").isLessThan(INCIDENTS);
        assertThat(other.holds()).as("nobody takes what may still be held").isFalse();
        Eventually.await("the other one took over", EXPIRED, other::holds);
        say("after SIGKILL", killed);
        followed();
        // A kill between a post and its record may repeat that one card, and no more.
        assertThat(world.cards()).hasSizeLessThanOrEqualTo(INCIDENTS + 1);
    }

    @Test
    void told_to_stop_in_a_burst_it_hands_over_at_once_and_no_card_is_doubled() {
        burst();
        holder.terminate();
        Instant told = world.clock().instant();
        Eventually.await("the other one took over", RELEASED, other::holds);
        say("after SIGTERM", told);
        followed();
        Eventually.await("the first one ended", World.PATIENCE, () -> !holder.runs());
        assertThat(holder.log()).contains("leaves cards and timers to the next replica");
        assertThat(world.cards()).hasSize(INCIDENTS);
    }

    @Test
    void paused_past_its_term_it_stands_back_when_it_goes_on_and_no_card_is_doubled() {
        burst();
        holder.pause();
        assertThat(world.cards().size()).as("the pause was in the middle").isLessThan(INCIDENTS);
        Eventually.await("the other one took over", EXPIRED, other::holds);
        holder.goOn();
        followed();
        Eventually.await("it stands back", World.PATIENCE, () -> !holder.holds());
        assertThat(other.holds()).isTrue();
        Eventually.await(
                "a card posted twice is taken away",
                World.PATIENCE,
                () -> world.cards().size() == INCIDENTS);
    }

    private void say(String when, Instant since) {
        System.out.println(
                "hand-over "
                        + when
                        + ": "
                        + Duration.between(since, world.clock().instant()).toMillis()
                        + " ms");
    }
}
