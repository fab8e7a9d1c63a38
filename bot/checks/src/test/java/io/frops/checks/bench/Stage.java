package io.frops.checks.bench;

import io.frops.app.cli.Terminal;
import io.frops.app.settings.Settings;
import io.frops.app.settings.SettingsFile;
import io.frops.app.wiring.Bot;
import io.frops.app.wiring.Host;
import io.frops.checks.world.World;
import io.frops.config.Outcome;
import io.frops.sandbox.slack.SlackSettings;
import io.frops.sandbox.slack.SlackSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;

/// The bot as people run it, beside a simulated Slack that keeps Slack's limits.
final class Stage implements AutoCloseable {
    private static final Map<String, String> HEADERS =
            Map.of(
                    "Authorization",
                    "Bearer " + World.WEBHOOK_TOKEN,
                    "Content-Type",
                    "application/json");

    private final InstantSource clock = Terminal.ofProcess().clock();
    private final SlackSimulator slack;
    private final Bot bot;

    /// @param state the `state` section
    /// @param more further sections
    Stage(Path folder, String state, String more) {
        slack =
                new SlackSimulator(
                        SlackSettings.sandbox(
                                clock, new SecureRandom(), World.BOT_TOKEN, World.SIGNING_SECRET));
        bot = new Bot(settings(folder, state, more), new Host(clock, new SecureRandom()));
        bot.start();
        slack.connect(URI.create("http://127.0.0.1:" + bot.port() + "/slack/events"));
    }

    static Stage embedded(Path folder) {
        return new Stage(
                folder, "{store: embedded, data-dir: \"" + folder.resolve("state") + "\"}", "");
    }

    private Settings settings(Path folder, String state, String more) {
        try {
            Path file = Files.createDirectories(folder).resolve("frops.yaml");
            Files.writeString(
                    file,
                    """
                    server: {host: 127.0.0.1, port: 0}
                    slack: {bot-token: %s, signing-secret: %s, api-url: "%s"}
                    state: %s
                    access: {admins: [U0ANA0001], viewers: [U0DAN0001]}
                    alertmanagers: [{name: main, token: %s, receiver: frops}]
                    routing: {default-channel: "#incidents", fallback-channel: "#general"}
                    services: [{name: backend}]
                    %s
                    """
                            .formatted(
                                    World.BOT_TOKEN,
                                    World.SIGNING_SECRET,
                                    slack.api(),
                                    state,
                                    World.WEBHOOK_TOKEN,
                                    more));
            return switch (SettingsFile.load(file, Map.of())) {
                case Outcome.Loaded<Settings>(var settings, _) -> settings;
                case Outcome.Broken<Settings>(var mistakes) ->
                        throw new AssertionError(mistakes.toString());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InstantSource clock() {
        return clock;
    }

    SlackSimulator slack() {
        return slack;
    }

    Bot bot() {
        return bot;
    }

    int port() {
        return bot.port();
    }

    /// Posts a notification as Alertmanager does.
    static Wire.Answer notify(Wire wire, String body) {
        return wire.post("/webhooks/alertmanager", HEADERS, body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        bot.close();
        slack.close();
    }
}
