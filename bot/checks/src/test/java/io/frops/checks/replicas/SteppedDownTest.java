package io.frops.checks.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.frops.checks.world.Bodies;
import io.frops.checks.world.Replica;
import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The primary of a real replica set steps down under two bots.
class SteppedDownTest {
    private static final Instant START = Instant.parse("2026-11-24T03:00:00Z");
    private static final int INCIDENTS = 30;
    private static final int BEFORE = 10;
    private static final Document STEP_DOWN =
            new Document("replSetStepDown", 10)
                    .append("secondaryCatchUpPeriodSecs", 5)
                    .append("force", true);

    @Test
    void a_primary_that_steps_down_in_a_burst_loses_and_doubles_nothing(@TempDir Path folder) {
        try (SharedStore store =
                        SharedStore.replicaSet(
                                "a primary that steps down loses and doubles nothing");
                MongoClient client = MongoClients.create(store.uri());
                World world = World.start(folder, World.Plan.PLAIN.on(store.uri()));
                Replica other = world.replica()) {
            long term = term(client);
            for (int i = 1; i <= INCIDENTS; i++) {
                if (i == BEFORE) {
                    stepDown(client);
                }
                String body = Bodies.of("Alert" + i).firing("a" + i, START).json();
                Replica second = i % 2 == 0 ? other : null;
                Eventually.await(
                        "taken in the end, as Alertmanager would send it again",
                        World.PATIENCE,
                        () ->
                                (second == null ? world.notify(body) : second.notify(body)).status()
                                        == 200);
            }
            assertThat(term(client)).as("there was an election").isGreaterThan(term);
            Eventually.await(
                    "every incident has its card",
                    World.PATIENCE.multipliedBy(2),
                    () -> world.cards().size() >= INCIDENTS);
            assertThat(world.cards()).hasSize(INCIDENTS);
            assertThat(world.texts().stream().map(t -> t.split(" ", 2)[0]).distinct())
                    .hasSize(INCIDENTS);
        }
    }

    private static long term(MongoClient client) {
        Document status =
                client.getDatabase("admin").runCommand(new Document("replSetGetStatus", 1));
        return Objects.requireNonNull(status.get("term", Number.class)).longValue();
    }

    private static void stepDown(MongoClient client) {
        try {
            client.getDatabase("admin").runCommand(STEP_DOWN);
        } catch (MongoException e) {
            // It closes its connections, this one too. The term tells whether it happened.
            assertThat(e).isNotNull();
        }
    }
}
