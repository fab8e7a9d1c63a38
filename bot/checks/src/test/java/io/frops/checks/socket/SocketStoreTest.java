package io.frops.checks.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import io.frops.core.testing.TcpProxy;
import io.frops.integrations.mongo.embedded.EmbeddedMongo;
import io.frops.sandbox.slack.interact.Deed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Clicks by the socket while the database is silent, and while the bot stops.
class SocketStoreTest {
    private EmbeddedMongo store;
    private TcpProxy proxy;
    private World world;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        store = EmbeddedMongo.open(folder.resolve("store.mv.db"));
        proxy = TcpProxy.to(store.address());
        world =
                World.start(
                        Files.createDirectory(folder.resolve("bot")),
                        World.Plan.PLAIN
                                .on("mongodb://127.0.0.1:" + proxy.port() + "/frops")
                                .bySocket());
        Plugged.in(world);
        Plugged.incident(world);
    }

    @AfterEach
    void stop() throws IOException {
        proxy.mend();
        world.close();
        proxy.close();
        store.close();
    }

    private Deed ack(String person) {
        return world.slack().as(person).command(World.INCIDENTS, "/frops ack INC-1");
    }

    @Test
    void a_click_under_a_hung_database_is_not_confirmed_within_three_seconds() {
        proxy.stall();
        long begun = System.nanoTime();
        assertThat(ack(World.CLARA).ok()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
        assertThat(proxy.held()).as("bytes that the fault held back").isPositive();
        // which of the two time-outs of 1.5 s is first, the store's or the door's, is chance
        assertThat(Plugged.said(world, World.CLARA))
                .containsPattern("(?i)not confirmed|nothing was changed");
        proxy.mend();
        Eventually.await(
                "the store answers again",
                World.PATIENCE,
                () -> world.http().get("/health/ready").status() == 200);
        assertThat(ack(World.BEN).ok()).isTrue();
        assertThat(Plugged.said(world, World.BEN)).contains("You acknowledged");
    }

    @Test
    void a_bot_that_stops_finishes_and_acknowledges_the_click_under_way()
            throws InterruptedException {
        proxy.stall();
        CompletableFuture<Deed> click = CompletableFuture.supplyAsync(() -> ack(World.CLARA));
        Eventually.await("the click waits", World.PATIENCE, () -> proxy.held() > 0);
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> restart =
                CompletableFuture.runAsync(() -> {
                    begun.countDown();
                    world.restartBot();
                });
        begun.await();
        Eventually.await(
                "the bot is stopping",
                World.PATIENCE,
                () -> world.http().get("/health/ready").body().contains("stopping"));
        proxy.mend();
        assertThat(click.join().ok()).isTrue();
        restart.join();
        assertThat(Plugged.said(world, World.CLARA)).contains("You acknowledged");
        assertThat(Plugged.state(world)).isEqualTo("acknowledged");
    }

    @Test
    void a_stopped_bot_has_closed_its_connections_before_its_other_doors() {
        world.bot().close();
        assertThat(world.slack().sockets().open()).isZero();
        assertThat(ack(World.CLARA).error()).isEqualTo("dispatch_failed");
        world.restartBot();
        Plugged.in(world);
        assertThat(Plugged.state(world)).isEqualTo("open");
    }
}
