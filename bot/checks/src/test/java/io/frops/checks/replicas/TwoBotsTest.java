package io.frops.checks.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.app.wiring.Host;
import io.frops.checks.world.Bodies;
import io.frops.checks.world.Http;
import io.frops.checks.world.Replica;
import io.frops.checks.world.SignedSlack;
import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import io.frops.core.testing.Race;
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

/// Two bots in this process, on one store and one Slack. The first one holds the lease.
class TwoBotsTest {
    private static final Instant START = Instant.parse("2026-11-24T03:00:00Z");
    private static final String ACKNOWLEDGED = "INC-1 SEV2 acknowledged";
    private static final String TEAM = "T0SANDBOX";

    private static final int INCIDENTS = 8;

    /// The lease is free at once, and looked for each half second; the rest is for slow machines.
    private static final Duration SOON = Duration.ofSeconds(6);

    private SharedStore store;
    private World world;
    private Replica other;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        store = SharedStore.open(folder);
        world =
                World.start(
                        Files.createDirectory(folder.resolve("bot")),
                        World.Plan.PLAIN.on(store.uri()));
        Eventually.await(
                "the first holds the lease", World.PATIENCE, () -> Replica.holds(world.http()));
        other = world.replica();
    }

    @AfterEach
    void stop() {
        other.close();
        world.close();
        store.close();
    }

    private static String firing(String group) {
        return Bodies.of(group).firing("a1", START).json();
    }

    /// Whether this bot touched a card; what it whispers to a person is another thing.
    private static boolean drew(Http bot) {
        String figures = bot.get("/metrics").body();
        return figures.contains("method=\"chat.postMessage\"")
                || figures.contains("method=\"chat.update\"");
    }

    @Test
    void the_same_notification_to_both_at_once_is_one_incident_with_one_card() {
        List<Integer> answers =
                Race.of(
                        8,
                        i ->
                                (i % 2 == 0
                                                ? world.notify(firing("HighErrorRate"))
                                                : other.notify(firing("HighErrorRate")))
                                        .status());
        assertThat(answers).containsOnly(200);
        other.notify(firing("Another"));
        // Those who lost the race may have used up numbers.
        Eventually.await("two cards", World.PATIENCE, () -> world.cards().size() >= 2);
        Eventually.await(
                "nothing lags",
                World.PATIENCE,
                () -> world.http().get("/metrics").body().contains("frops_cards_behind 0.0"));
        assertThat(world.cards()).hasSize(2);
        assertThat(drew(other.http())).as("cards are the holder's alone").isFalse();
    }

    @Test
    void a_click_at_the_replica_that_does_not_hold_the_lease_is_on_the_card_soon() {
        other.notify(firing("HighErrorRate"));
        String ts = world.card("INC-1 SEV2 open").ts();
        world.slack().connect(other.http().at("/slack/events"));
        assertThat(world.slack().as(World.CLARA).press(ts, "ack").ok()).isTrue();
        Eventually.await(
                "the holder draws what the other one wrote",
                SOON,
                () -> world.texts().stream().anyMatch(t -> t.startsWith(ACKNOWLEDGED)));
        assertThat(other.holds()).isFalse();
        assertThat(drew(other.http())).isFalse();
    }

    @Test
    void of_three_who_acknowledge_at_two_replicas_one_wins_and_the_others_are_told_who() {
        world.notify(firing("HighErrorRate"));
        world.card("INC-1 SEV2 open");
        List<Http> bots = List.of(world.http(), other.http());
        List<String> people = List.of(World.ANA, World.BEN, World.CLARA);
        List<String> answers =
                Race.of(
                        people.size(),
                        i ->
                                new SignedSlack(bots.get(i % 2), World.SIGNING_SECRET)
                                        .post(
                                                SignedSlack.command(
                                                        people.get(i), TEAM, "ack INC-1"),
                                                world.clock().instant())
                                        .body());
        assertThat(answers.stream().filter(a -> a.contains("You acknowledged"))).hasSize(1);
        List<String> told = answers.stream().filter(a -> a.contains("Nothing changed")).toList();
        assertThat(told).hasSize(2).allMatch(a -> a.contains("acknowledged"));
    }

    @Test
    void one_signed_request_replayed_at_the_other_replica_has_one_effect() {
        world.notify(firing("HighErrorRate"));
        world.card("INC-1 SEV2 open");
        String body = SignedSlack.command(World.CLARA, TEAM, "note INC-1 seen it");
        Instant at = world.clock().instant();
        SignedSlack here = new SignedSlack(world.http(), World.SIGNING_SECRET);
        SignedSlack there = new SignedSlack(other.http(), World.SIGNING_SECRET);
        Race.of(4, i -> (i % 2 == 0 ? here : there).post(body, at).status());
        String ts = world.card("INC-1 SEV2").ts();
        here.post(
                SignedSlack.command(World.CLARA, TEAM, "note INC-1 the last one"),
                at.plusSeconds(1));
        Eventually.await(
                "both notes are told", World.PATIENCE, () -> notes(ts, "the last one") == 1);
        assertThat(notes(ts, "seen it")).isEqualTo(1);
    }

    private long notes(String ts, String text) {
        return world.slack().thread(World.INCIDENTS, ts).stream()
                .skip(1)
                .filter(m -> m.content().toString().contains(text))
                .count();
    }

    @Test
    void whoever_is_closed_hands_over_at_once_and_no_card_is_doubled() {
        world.notify(firing("Before"));
        world.card("INC-1 SEV2 open");
        assertThat(other.holds()).isFalse();
        world.bot().close();
        Eventually.await("the other one took over", SOON, other::holds);
        assertThat(other.notify(firing("After")).status()).isEqualTo(200);
        other.notify(Bodies.of("Before").resolved("a1", START, START.plusSeconds(60)).json());
        world.card("INC-2 SEV2 open");
        world.card("INC-1 SEV2 mitigated");
        assertThat(world.cards()).hasSize(2);
    }

    @Test
    void what_a_replica_without_the_lease_takes_while_nobody_holds_it_is_shown_later() {
        world.bot().close();
        other.notify(firing("Between"));
        world.card("INC-1 SEV2 open");
        assertThat(world.cards()).hasSize(1);
    }

    /// A holder that stood still, and does not know it: its own clock stood still with it. Both act
    /// at once then, which no lease can prevent.
    @Test
    void two_who_both_believe_to_hold_the_lease_leave_one_card_of_each_incident() {
        world.bot().close();
        other.close();
        Host host = world.host();
        Host still = new Host(host.clock(), () -> 0L, host.random(), "still", host.cadence());
        try (Replica paused = world.replica(still).start()) {
            Eventually.await("it holds the lease", World.PATIENCE, paused::holds);
            other = world.replica();
            Eventually.await("the other one took over", World.PATIENCE, other::holds);
            assertThat(paused.holds()).as("the fault: two holders").isTrue();
            for (int i = 1; i <= INCIDENTS; i++) {
                (i % 2 == 0 ? paused : other).notify(firing("Alert" + i));
            }
            Eventually.await(
                    "a card of each", World.PATIENCE, () -> world.cards().size() >= INCIDENTS);
            assertThat(drew(paused.http()) && drew(other.http())).as("both drew").isTrue();
            Eventually.await(
                    "the doubled ones are taken away again",
                    World.PATIENCE,
                    () -> world.cards().size() == INCIDENTS && numbers() == INCIDENTS);
        }
    }

    private long numbers() {
        return world.texts().stream().map(t -> t.split(" ", 2)[0]).distinct().count();
    }
}
