package io.frops.checks.tracing;

import io.frops.checks.world.Http;
import io.frops.checks.world.Replica;
import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import io.frops.integrations.mongo.embedded.EmbeddedMongo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Two bots on one store and one Slack. The first holds the lease and draws the cards; the other
/// one takes the notifications.
final class TwoTraced implements AutoCloseable {
    private final EmbeddedMongo store;
    private final World world;
    private final Replica other;

    TwoTraced(Path folder, String endpoint) throws IOException {
        store = EmbeddedMongo.open(folder.resolve("store.mv.db"));
        world =
                World.start(
                        Files.createDirectory(folder.resolve("bot")),
                        World.Plan.PLAIN.on(store.uri()).with(tracing(endpoint)));
        Eventually.await(
                "the first holds the lease", World.PATIENCE, () -> Replica.holds(world.http()));
        other = world.replica(world.host().on("taker")).start();
    }

    /// The plan's settings end the entry of an Alertmanager: this one closes it and opens a
    /// section.
    static String tracing(String endpoint) {
        return "}\ntracing: {endpoint: \"" + endpoint + "\"";
    }

    World world() {
        return world;
    }

    /// Posts to the bot that does not hold the lease, as a caller who traces.
    Http.Answer notify(String body, String traceparent) {
        return other.http()
                .post(
                        "/webhooks/alertmanager",
                        body,
                        Map.of(
                                "Authorization",
                                "Bearer " + World.WEBHOOK_TOKEN,
                                "traceparent",
                                traceparent));
    }

    Replica other() {
        return other;
    }

    @Override
    public void close() {
        other.close();
        world.close();
        store.close();
    }
}
