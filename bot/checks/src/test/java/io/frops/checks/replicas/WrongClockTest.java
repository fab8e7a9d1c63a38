package io.frops.checks.replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frops.app.cli.Exit;
import io.frops.app.wiring.Host;
import io.frops.checks.real.Child;
import io.frops.checks.world.Http;
import io.frops.checks.world.Replica;
import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import io.frops.core.testing.TcpProxy;
import io.frops.integrations.mongo.embedded.EmbeddedMongo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A replica whose clock is off the store's.
class WrongClockTest {
    private static final Duration OFF = Duration.ofSeconds(5);

    private EmbeddedMongo store;
    private TcpProxy proxy;
    private World world;

    @TempDir private Path folder;

    @BeforeEach
    void start() throws IOException {
        store = EmbeddedMongo.open(folder.resolve("store.mv.db"));
        proxy = TcpProxy.to(store.address());
        world =
                World.start(
                        Files.createDirectory(folder.resolve("bot")),
                        World.Plan.PLAIN.on("mongodb://127.0.0.1:" + proxy.port() + "/frops"));
    }

    @AfterEach
    void stop() throws IOException {
        proxy.mend();
        world.close();
        proxy.close();
        store.close();
    }

    private Host off(Duration by) {
        Host host = world.host();
        InstantSource clock = () -> host.clock().instant().plus(by);
        return new Host(clock, host.nanos(), host.random(), "off", host.cadence());
    }

    @Test
    void five_seconds_ahead_or_behind_it_refuses_to_start_and_says_by_how_much() {
        try (Replica ahead = world.replica(off(OFF))) {
            assertThatThrownBy(ahead::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageMatching(
                            "this machine's clock is (4\\.[5-9]|5\\.[0-5]) s ahead of MongoDB's.*");
        }
        try (Replica behind = world.replica(off(OFF.negated()))) {
            assertThatThrownBy(behind::start)
                    .hasMessageMatching(
                            "this machine's clock is (4\\.[5-9]|5\\.[0-5]) s behind MongoDB's.*");
        }
    }

    @Test
    void one_second_off_is_tolerated() {
        try (Replica replica = world.replica(off(Duration.ofSeconds(1))).start()) {
            assertThat(replica.http().get("/health/ready").status()).isEqualTo(200);
        }
    }

    @Test
    void with_the_store_away_it_starts_unready_and_gives_up_at_first_contact() {
        proxy.cut();
        try (Replica replica = world.replica(off(OFF)).start()) {
            assertThat(proxy.refused() + proxy.reset()).as("the store was away").isPositive();
            assertThat(replica.bot().fault()).isNotDone();
            assertThat(replica.http().get("/health/ready").status()).isEqualTo(503);
            proxy.mend();
            Eventually.await("it gives up", World.PATIENCE, () -> replica.bot().fault().isDone());
            assertThat(replica.bot().fault().join()).contains("s ahead of MongoDB's");
            Http.Answer ready = replica.http().get("/health/ready");
            assertThat(ready.status()).isEqualTo(503);
            assertThat(ready.body()).contains("ahead of MongoDB's");
            assertThat(replica.holds()).isFalse();
        }
    }

    @Test
    void with_the_store_away_and_the_clock_right_it_becomes_ready_by_itself() {
        proxy.cut();
        try (Replica replica = world.replica(world.host()).start()) {
            assertThat(replica.http().get("/health/ready").status()).isEqualTo(503);
            proxy.mend();
            Eventually.await(
                    "it is ready",
                    World.PATIENCE,
                    () -> replica.http().get("/health/ready").status() == 200);
            assertThat(replica.bot().fault()).isNotDone();
        }
    }

    @Test
    void serve_exits_with_1_and_says_why() throws IOException, InterruptedException {
        Path config = folder.resolve("bot/frops.yaml");
        try (Child serve =
                Child.start(
                        "serve",
                        folder,
                        BotProcess.java(
                                ServeFiveSecondsAhead.class.getName(), config.toString()))) {
            assertThat(serve.await(60)).isEqualTo(Exit.FAILED.code());
            assertThat(serve.log())
                    .contains(
                            "frops: this machine's clock is",
                            "s ahead of MongoDB's",
                            "timedatectl set-ntp true");
        }
    }
}
