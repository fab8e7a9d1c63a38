package io.frops.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.replicas.BotProcess;
import io.frops.checks.replicas.SharedStore;
import io.frops.checks.world.Bodies;
import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import io.frops.sandbox.slack.workspace.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/// The replica that draws the storm's card is killed while the storm goes on: seen on the page.
class StormTakeoverTest {
    private static final Instant START = Instant.parse("2026-11-24T03:00:00Z");
    private static final By STORM = StormPageTest.STORM;

    /// 10 s in which the lease stands still; the rest is for slow machines.
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
        // As behind a load balancer that has one address.
        world.slack().connect(other.http().at("/slack/events"));
    }

    @AfterEach
    void stop() {
        other.close();
        holder.close();
        world.close();
        store.close();
    }

    @Test
    void killed_in_mid_storm_the_other_goes_on_with_the_one_card_and_none_is_lost(
            @TempDir Path folder) {
        try (Window window = Window.on(world.slack().page(), folder, 1280, 1000, Window.CLARA)) {
            fire(1, 40);
            window.shows(STORM, "Storm: ");
            String place = storms().getFirst().ts();
            holder.kill();
            assertThat(holder.runs()).isFalse();
            fire(41, 80);
            assertThat(other.holds()).as("the storm grew while nobody drew its card").isFalse();
            window.picture("storm-holder-killed", STORM);
            assertThat(window.text(STORM)).doesNotContain("Storm: 80 ");

            Eventually.await("the other one took over", EXPIRED, other::holds);
            window.shows(STORM, "Storm: 80 new incidents, 80 still open");
            window.say("/frops ack INC-77");
            window.whispered("INC-77");
            window.shows(STORM, "79 open · 1 acknowledged");
            window.picture("storm-after-the-kill", STORM);
            assertThat(storms()).extracting(Message::ts).containsExactly(place);
            window.size(400, 900);
            window.picture("storm-after-the-kill-phone", STORM);
        }
    }

    /// To the one that lives on: the other one's acceptance does not matter here.
    private void fire(int first, int last) {
        for (int i = first; i <= last; i++) {
            String body =
                    Bodies.of("Alert" + i)
                            .label("sev", i % 20 == 0 ? "1" : i % 4 == 0 ? "2" : "3")
                            .summary("pod " + i + " is not ready")
                            .firing("a" + i, START)
                            .json();
            assertThat(other.notify(body)).isEqualTo(200);
        }
    }

    private List<Message> storms() {
        return world.slack().messages(World.INCIDENTS).stream()
                .filter(m -> !m.isReply() && m.content().text().startsWith("Storm"))
                .toList();
    }
}
