package io.frops.checks.world;

import io.frops.app.wiring.Bot;
import java.net.URI;
import java.util.Map;

/// One more bot on a [World]'s Slack and store.
public final class Replica implements AutoCloseable {
    private final Bot bot;

    Replica(Bot bot) {
        this.bot = bot;
    }

    public Replica start() {
        bot.start();
        return this;
    }

    public Bot bot() {
        return bot;
    }

    public Http http() {
        return new Http(URI.create("http://127.0.0.1:" + bot.port()));
    }

    /// Posts a webhook body with the right token.
    public Http.Answer notify(String body) {
        return http().post(
                        "/webhooks/alertmanager",
                        body,
                        Map.of("Authorization", "Bearer " + World.WEBHOOK_TOKEN));
    }

    /// Whether this bot looks after cards and timers.
    public boolean holds() {
        return holds(http());
    }

    public static boolean holds(Http bot) {
        return bot.get("/metrics").body().contains("frops_lease_held 1.0");
    }

    @Override
    public void close() {
        bot.close();
    }
}
