package io.frops.checks.world;

import io.frops.app.settings.Settings;
import io.frops.app.settings.SettingsFile;
import io.frops.app.wiring.Bot;
import io.frops.app.wiring.Cadence;
import io.frops.app.wiring.Host;
import io.frops.config.Outcome;
import io.frops.core.access.CommandId;
import io.frops.core.access.PersonId;
import io.frops.core.testing.Eventually;
import io.frops.sandbox.slack.SlackSettings;
import io.frops.sandbox.slack.SlackSimulator;
import io.frops.sandbox.slack.workspace.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// A whole bot beside a simulated Slack. Ports are the system's; everything ends with [#close].
public final class World implements AutoCloseable {
    public static final String WEBHOOK_TOKEN = "webhook-token-of-the-test";
    public static final String BOT_TOKEN = "xoxb-test-token";
    public static final String APP_TOKEN = "xapp-1-test-token";
    public static final String SIGNING_SECRET = "signing-secret-of-the-test";
    public static final String INCIDENTS = "C0INCIDENT";
    public static final String GENERAL = "C0GENERAL";
    public static final String ANA = "U0ANA0001";
    public static final String BEN = "U0BEN0001";
    public static final String CLARA = "U0CLA0001";
    public static final String DAN = "U0DAN0001";
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Cadence QUICK =
            new Cadence(
                    Duration.ofMillis(50),
                    Duration.ofMillis(500),
                    Duration.ofMillis(200),
                    Duration.ofMillis(500));

    private final PushedClock clock = new PushedClock();
    private final SlackSimulator slack;
    private final Path folder;
    private final Plan plan;
    private Bot bot;
    private Http http;

    /// What differs from test to test.
    ///
    /// @param mongodb the address of a store of its own; absent for the embedded one
    /// @param members API addresses of the Alertmanager; none means that nothing is reconciled
    /// @param settings more YAML, at the end of the file
    /// @param socketMode whether the bot connects to Slack instead of being posted to
    public record Plan(
            Optional<String> mongodb, List<String> members, String settings, boolean socketMode) {
        public static final Plan PLAIN = new Plan(Optional.empty(), List.of(), "", false);

        public Plan with(String yaml) {
            return new Plan(mongodb, members, yaml, socketMode);
        }

        public Plan asking(URI member) {
            return new Plan(mongodb, List.of(member.toString()), settings, socketMode);
        }

        public Plan on(String uri) {
            return new Plan(Optional.of(uri), members, settings, socketMode);
        }

        public Plan bySocket() {
            return new Plan(mongodb, members, settings, true);
        }
    }

    private World(Path folder, Plan plan, boolean slackUp) {
        this.folder = folder;
        this.plan = plan;
        SlackSettings workspace =
                SlackSettings.sandbox(clock, new SecureRandom(), BOT_TOKEN, SIGNING_SECRET)
                        .withPace(SlackSettings.Pace.SLACK.limits(0));
        slack =
                new SlackSimulator(
                        plan.socketMode()
                                ? workspace.withAccess(workspace.access().withSocketMode(APP_TOKEN))
                                : workspace);
        if (!slackUp) {
            slack.faults().down(true);
        }
        startBot();
    }

    public static World start(Path folder) {
        return new World(folder, Plan.PLAIN, true);
    }

    public static World start(Path folder, Plan plan) {
        return new World(folder, plan, true);
    }

    public static World startWithSlackDown(Path folder) {
        return new World(folder, Plan.PLAIN, false);
    }

    public static World startWithSlackDown(Path folder, Plan plan) {
        return new World(folder, plan, false);
    }

    private void startBot() {
        bot = new Bot(settings(), host());
        bot.start();
        http = new Http(URI.create("http://127.0.0.1:" + bot.port()));
        slack.connect(http.at("/slack/events"));
    }

    /// Ends the bot and starts it again on what it stored.
    public void restartBot() {
        bot.close();
        startBot();
    }

    /// Another bot on the same Slack and store, not started. What people do goes to the first one.
    public Replica replica(Host host) {
        return new Replica(new Bot(settings(), host));
    }

    /// As the first one.
    public Replica replica() {
        return replica(host()).start();
    }

    /// Time and randomness as the bots here have them.
    public Host host() {
        return new Host(clock, new SecureRandom(), QUICK);
    }

    private Settings settings() {
        try {
            Path file = folder.resolve("frops.yaml");
            Files.writeString(file, yaml());
            return switch (SettingsFile.load(file, Map.of())) {
                case Outcome.Loaded<Settings>(var settings, _) -> settings;
                case Outcome.Broken<Settings>(var mistakes) ->
                        throw new AssertionError(
                                mistakes.stream()
                                        .map(m -> m.render())
                                        .collect(Collectors.joining("\n")));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String yaml() {
        String store =
                plan.mongodb()
                        .map(uri -> "{store: mongodb, uri: \"" + uri + "\"}")
                        .orElse("{store: embedded, data-dir: \"" + folder.resolve("state") + "\"}");
        return """
        server: {host: 127.0.0.1, port: 0}
        slack: {bot-token: %s, signing-secret: %s, api-url: "%s"%s}
        state: %s
        access: {admins: [U0ANA0001], operators: [U0BEN0001], responders: [U0CLA0001], viewers: [U0DAN0001]}
        people:
          - {id: U0CLA0001, name: clara, level: 1}
          - {id: U0BEN0001, name: ben, level: 2}
          - {id: U0ANA0001, name: ana, level: 3}
        alertmanagers:
          - {name: main, token: %s, receiver: frops, members: [%s]%s}
        routing: {default-channel: "#incidents", fallback-channel: "#general"}
        services: [{name: backend, aliases: [backend-api]}]
        """
                .formatted(
                        BOT_TOKEN,
                        SIGNING_SECRET,
                        slack.api(),
                        plan.socketMode() ? ", app-token: " + APP_TOKEN : "",
                        store,
                        WEBHOOK_TOKEN,
                        plan.members().stream()
                                .map(m -> "\"" + m + "\"")
                                .collect(Collectors.joining(", ")),
                        plan.settings());
    }

    public PushedClock clock() {
        return clock;
    }

    public SlackSimulator slack() {
        return slack;
    }

    public Bot bot() {
        return bot;
    }

    public Http http() {
        return http;
    }

    /// Posts a webhook body with the right token.
    public Http.Answer notify(String body) {
        return http.post(
                "/webhooks/alertmanager", body, Map.of("Authorization", "Bearer " + WEBHOOK_TOKEN));
    }

    /// A command by `POST /commands`, as somebody.
    public Http.Answer command(String person, String... words) {
        String token =
                bot.tokenFor(new PersonId(person), new CommandId(UUID.randomUUID().toString()));
        String list =
                List.of(words).stream()
                        .map(w -> "\"" + w.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                        .collect(Collectors.joining(","));
        return http.post(
                "/commands",
                "{\"words\":[" + list + "]}",
                Map.of("Authorization", "Bearer " + token));
    }

    /// The incident cards of #incidents, oldest first.
    public List<Message> cards() {
        return cards(INCIDENTS);
    }

    public List<Message> cards(String channel) {
        return slack.messages(channel).stream()
                .filter(m -> m.content().text().startsWith("INC-"))
                .toList();
    }

    /// Waits for exactly one card whose text begins so.
    public Message card(String beginning) {
        Eventually.await(
                "a card that begins " + beginning + ", there are " + texts(),
                PATIENCE,
                () -> cards().stream().anyMatch(m -> m.content().text().startsWith(beginning)));
        return cards().stream()
                .filter(m -> m.content().text().startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    public List<String> texts() {
        return cards().stream().map(m -> m.content().text()).toList();
    }

    @Override
    public void close() {
        bot.close();
        slack.close();
    }
}
