package io.frops.sandbox.run;

import io.frops.app.settings.Settings;
import io.frops.app.settings.SettingsFile;
import io.frops.app.wiring.Bot;
import io.frops.app.wiring.Host;
import io.frops.config.Outcome;
import io.frops.core.access.CommandId;
import io.frops.core.access.PersonId;
import io.frops.core.failure.IntegrationException;
import io.frops.core.settings.Secret;
import io.frops.sandbox.kubernetes.KubernetesSimulator;
import io.frops.sandbox.platform.AlertStorm;
import io.frops.sandbox.platform.AlertmanagerSink;
import io.frops.sandbox.platform.SamplePlatform;
import io.frops.sandbox.slack.SlackSimulator;
import io.frops.sandbox.slack.workspace.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Everything that the bot needs, embedded, and the bot itself. What it knows is under one folder,
/// and a second start goes on from there.
public final class Sandbox implements AutoCloseable {
    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 5;
    private static final String NAMESPACE = "face-platform";

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Description description;

    /// What starts the sandbox's Alertmanager.
    @FunctionalInterface
    public interface AlertingStart {
        /// @param port to listen on; 0 takes a free one
        /// @param webhook the bot's intake
        /// @param token its bearer token
        Alerting start(int port, URI webhook, String token, Path folder);
    }

    private record Secrets(
            String botToken, String signingSecret, String webhookToken, String kubernetesToken) {}

    private Sandbox(Path data, int pagePort, Host host, AlertingStart alertingStart) {
        Kept kept = new Kept(data.resolve("kept.json"));
        Ports ports = new Ports(kept);
        Secrets secrets = secrets(kept, host);
        int botPort = ports.choose("bot");
        URI bot = URI.create("http://127.0.0.1:" + botPort);

        Alerting alerting =
                opened(
                        alertingStart.start(
                                ports.last("alertmanager"),
                                bot.resolve("/webhooks/alertmanager"),
                                secrets.webhookToken(),
                                data));
        ports.used("alertmanager", alerting.address().getPort());
        AlertmanagerSink sink =
                opened(new AlertmanagerSink(alerting.address(), host.clock(), BEAT));
        SamplePlatform platform =
                opened(
                        SamplePlatform.start(
                                host.clock(),
                                sink,
                                ports.last("platform"),
                                Optional.of(data.resolve("broken.json"))));
        ports.used("platform", platform.address().getPort());
        AlertStorm storm =
                new AlertStorm(
                        host.clock(),
                        sink,
                        platform.address(),
                        Optional.of(data.resolve("storm.json")));
        KubernetesSimulator kubernetes =
                opened(
                        KubernetesSimulator.start(
                                host.clock(), Secret.parse(secrets.kubernetesToken()), NAMESPACE));
        kubernetes.follow(platform);
        SlackSimulator slack =
                opened(
                        Workspace.start(
                                pagePort == 0 ? ports.last("page") : pagePort,
                                data.resolve("slack.jsonl"),
                                secrets.botToken(),
                                secrets.signingSecret(),
                                host,
                                platform,
                                storm));
        ports.used("page", slack.page().getPort());
        slack.connect(bot.resolve("/slack/events"));

        Path file = data.resolve("frops.yaml");
        write(
                file,
                Config.yaml(
                        new Config.Parts(
                                botPort,
                                slack.api(),
                                alerting.address(),
                                kubernetes.address(),
                                NAMESPACE,
                                secrets.botToken(),
                                secrets.signingSecret(),
                                secrets.webhookToken(),
                                secrets.kubernetesToken(),
                                data.resolve("state"),
                                platform.configured(NAMESPACE),
                                slack.people())));
        Bot running = opened(new Bot(settings(file), host));
        running.start();
        description =
                new Description(
                        slack.page(),
                        bot,
                        secrets.webhookToken(),
                        new Description.Slack(
                                slack.api(),
                                secrets.botToken(),
                                secrets.signingSecret(),
                                "T0SANDBOX",
                                "C0INCIDENT"),
                        people(slack.people(), running, kept),
                        alerting.address(),
                        running.embeddedUri().orElse(""),
                        new Description.Kubernetes(
                                kubernetes.address(), secrets.kubernetesToken(), NAMESPACE));
        write(data.resolve(Description.FILE), description.json());
    }

    /// Starts everything.
    ///
    /// @param data the folder; made when it is not there. Its `sandbox.json` is removed first and
    ///   written last
    /// @param pagePort of the simulated Slack; 0 takes the last one or a free one
    public static Sandbox start(Path data, int pagePort, Host host, AlertingStart alerting) {
        try {
            Files.createDirectories(data);
            Files.deleteIfExists(data.resolve(Description.FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot use the folder " + data + ": " + e.getMessage(), e);
        }
        return new Sandbox(data, pagePort, host, alerting);
    }

    public Description description() {
        return description;
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    private static Secrets secrets(Kept kept, Host host) {
        return new Secrets(
                kept.get("slack.botToken", () -> "xoxb-sandbox-" + hex(host)),
                kept.get("slack.signingSecret", () -> hex(host)),
                kept.get("webhookToken", () -> hex(host)),
                kept.get("kubernetes.token", () -> hex(host)));
    }

    private static String hex(Host host) {
        byte[] bytes = new byte[16];
        host.random().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static Settings settings(Path file) {
        return switch (SettingsFile.load(file, Map.of())) {
            case Outcome.Loaded<Settings>(var settings, _) -> settings;
            case Outcome.Broken<Settings>(var mistakes) ->
                    throw new IllegalStateException(
                            "the sandbox wrote settings with mistakes: "
                                    + mistakes.stream()
                                            .map(m -> m.render())
                                            .collect(Collectors.joining("\n")));
        };
    }

    private static List<Description.Member> people(List<Person> people, Bot bot, Kept kept) {
        return people.stream()
                .filter(p -> p.kind() == Person.Kind.MEMBER)
                .map(p ->
                        new Description.Member(
                                p.id(),
                                p.name(),
                                p.role(),
                                p.role().equals("admin") || p.role().equals("operator"),
                                kept.get("token." + p.id(), () -> token(p, bot, 1))))
                .toList();
    }

    /// The first calls of a cold process can be slower than the store's deadline.
    private static String token(Person person, Bot bot, int attempt) {
        try {
            return bot.tokenFor(
                    new PersonId(person.id()),
                    new CommandId("sandbox/" + person.id() + "/" + attempt));
        } catch (IntegrationException e) {
            if (attempt >= ATTEMPTS) {
                throw e;
            }
            return token(person, bot, attempt + 1);
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            Kept.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends the bot first, then what it needs.
    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                org.slf4j.LoggerFactory.getLogger(Sandbox.class)
                        .warn("A part did not end cleanly", e);
            }
        }
    }
}
