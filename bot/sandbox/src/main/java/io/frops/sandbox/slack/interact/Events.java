package io.frops.sandbox.slack.interact;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.sandbox.slack.workspace.Team;
import io.frops.sandbox.slack.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Deliveries of the Events API, tried again as Slack does until the bot accepts.
public final class Events implements AutoCloseable {
    private final Workspace workspace;
    private final BotLink bot;
    private final List<Duration> pauses;
    private final Supplier<String> random;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    task -> Thread.ofPlatform().daemon().name("slack-events").unstarted(task));

    /// @param pauses before each further try; Slack: at once, one minute, five minutes
    public Events(
            Workspace workspace, BotLink bot, List<Duration> pauses, Supplier<String> random) {
        this.workspace = workspace;
        this.bot = bot;
        this.pauses = List.copyOf(pauses);
        this.random = random;
    }

    /// Sends an event without waiting for its acceptance.
    void send(ObjectNode event) {
        Team team = workspace.team();
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.put("token", Payloads.TOKEN).put("team_id", team.id());
        envelope.put("api_app_id", team.appId());
        envelope.set("event", event);
        envelope.put("type", "event_callback");
        envelope.put("event_id", "Ev" + random.get().toUpperCase(Locale.ROOT));
        envelope.put("event_time", workspace.clock().instant().getEpochSecond());
        envelope.putArray("authorizations")
                .addObject()
                .putNull("enterprise_id")
                .put("team_id", team.id())
                .put("user_id", team.bot().id())
                .put("is_bot", true)
                .put("is_enterprise_install", false);
        envelope.put("is_ext_shared_channel", false);
        envelope.put("event_context", "4-" + random.get());
        attempt(envelope, 0, "");
    }

    private void attempt(ObjectNode body, int retry, String reason) {
        Thread.ofVirtual()
                .name("slack-event")
                .start(() -> {
                    BotReply reply = bot.event(body, retry, reason);
                    if (!reply.accepted() && retry < pauses.size()) {
                        later(body, retry + 1, reason(reply));
                    }
                });
    }

    private void later(ObjectNode body, int retry, String reason) {
        if (!timer.isShutdown()) {
            var _ =
                    timer.schedule(
                            () -> attempt(body, retry, reason),
                            pauses.get(retry - 1).toMillis(),
                            TimeUnit.MILLISECONDS);
        }
    }

    private static String reason(BotReply reply) {
        return switch (reply) {
            case BotReply.Answered _ -> "http_error";
            case BotReply.TimedOut _ -> "http_timeout";
            case BotReply.Unreachable _ -> "connection_failed";
        };
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
