package io.frops.checks.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import io.frops.core.testing.Race;
import io.frops.sandbox.slack.api.Fault;
import io.frops.sandbox.slack.interact.Deed;
import io.frops.sandbox.slack.socket.Sockets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Connections that are replaced, cut, refused, or not to be had.
class SocketFaultsTest {
    private static final World.Plan SOCKET = World.Plan.PLAIN.bySocket();
    private static final List<String> PEOPLE = List.of(World.ANA, World.BEN, World.CLARA);
    private static final int EACH = 30;

    @TempDir Path folder;

    private static Deed frops(World world, String person, String words) {
        return world.slack().as(person).command(World.INCIDENTS, "/frops " + words);
    }

    @Test
    void three_refreshes_in_the_midst_of_clicks_lose_none_and_double_none() {
        try (World world = World.start(folder, SOCKET)) {
            Plugged.in(world);
            Sockets sockets = world.slack().sockets();
            List<List<Deed>> deeds =
                    Race.of(
                            PEOPLE.size() + 1,
                            i -> i == PEOPLE.size() ? refreshing(sockets) : declaring(world, i));
            assertThat(deeds.stream().flatMap(List::stream).filter(d -> !d.ok())).isEmpty();
            assertThat(sockets.tally().connections()).isGreaterThanOrEqualTo(2 + 3 * 2);
            int clicks = PEOPLE.size() * EACH;
            assertThat(sockets.tally().acknowledgements()).isEqualTo(clicks);
            // On a slow machine one may come too late; then it has no effect, and its person is
            // told.
            Eventually.await(
                    clicks + " effects, or the word that there is none",
                    World.PATIENCE,
                    () -> effects(world).size() + withdrawn(world) == clicks);
            assertThat(effects(world)).hasSizeGreaterThan(clicks / 2).doesNotHaveDuplicates();
        }
    }

    private static long withdrawn(World world) {
        return PEOPLE.stream()
                .flatMap(person -> world.slack().as(person).ephemerals().stream())
                .filter(m -> m.content().toString().contains("nothing was changed"))
                .count();
    }

    private static List<Deed> declaring(World world, int person) {
        return IntStream.range(0, EACH)
                .mapToObj(n ->
                        frops(
                                world,
                                PEOPLE.get(person),
                                "declare SEV4 click " + (person * EACH + n)))
                .toList();
    }

    /// Each waits until both connections are new, so that all three happen.
    private static List<Deed> refreshing(Sockets sockets) {
        for (int round = 1; round <= 3; round++) {
            sockets.refresh(Duration.ofSeconds(1));
            int wanted = 2 + 2 * round;
            Eventually.await(
                    wanted + " connections in all",
                    World.PATIENCE,
                    () -> sockets.tally().connections() >= wanted);
        }
        return List.of();
    }

    private static List<String> effects(World world) {
        return StreamSupport.stream(
                        world.command(World.DAN, "incidents")
                                .json()
                                .at("/data/incidents")
                                .spliterator(),
                        false)
                .map(incident -> incident.path("summary").asText())
                .toList();
    }

    @Test
    void after_cut_connections_the_bot_comes_back_and_the_next_click_works() {
        try (World world = World.start(folder, SOCKET)) {
            Plugged.in(world);
            String card = Plugged.incident(world).ts();
            world.slack().sockets().cut();
            Eventually.await(
                    "two further connections",
                    World.PATIENCE,
                    () -> world.slack().sockets().tally().connections() >= 4);
            Plugged.in(world);
            assertThat(world.slack().as(World.CLARA).press(card, "ack").ok()).isTrue();
            assertThat(Plugged.state(world)).isEqualTo("acknowledged");
            assertThat(world.http().get("/metrics").body())
                    .contains("frops_slack_socket_open 2.0")
                    .contains("frops_slack_socket_reconnects_total");
        }
    }

    @Test
    void a_slack_that_is_away_at_the_start_stops_nothing_and_is_connected_to_later() {
        try (World world = World.startWithSlackDown(folder, SOCKET)) {
            Eventually.await(
                    "the bot has asked for a connection in vain",
                    World.PATIENCE,
                    () -> world.slack().faults().calls("apps.connections.open") > 0);
            assertThat(world.http().get("/health/ready").status()).isEqualTo(200);
            assertThat(world.slack().sockets().open()).isZero();
            world.slack().faults().down(false);
            Plugged.incident(world);
            Plugged.in(world);
            assertThat(frops(world, World.CLARA, "ack INC-1").ok()).isTrue();
        }
    }

    @Test
    void a_refused_app_token_is_an_alarm_and_intake_goes_on() {
        try (World world = World.start(folder, SOCKET)) {
            Plugged.in(world);
            world.slack()
                    .faults()
                    .failNext("apps.connections.open", 9, new Fault.Refuse("invalid_auth"));
            world.slack().sockets().cut();
            Eventually.await(
                    "an alarm",
                    World.PATIENCE,
                    () ->
                            world.http()
                                    .get("/metrics")
                                    .body()
                                    .contains("frops_alarms_total{kind=\"slack-socket\"} 1.0"));
            assertThat(world.slack().faults().hits()).hasSize(1);
            Plugged.incident(world);
            assertThat(world.http().get("/health/ready").status()).isEqualTo(200);
        }
    }

    @Test
    void socket_mode_switched_off_for_the_app_is_an_alarm() {
        try (World world = World.start(folder, SOCKET)) {
            Plugged.in(world);
            world.slack().sockets().disable(true);
            Eventually.await(
                    "an alarm",
                    World.PATIENCE,
                    () ->
                            world.http()
                                    .get("/metrics")
                                    .body()
                                    .contains("frops_alarms_total{kind=\"slack-socket\"}"));
            assertThat(frops(world, World.CLARA, "incidents").error()).isEqualTo("dispatch_failed");
        }
    }
}
