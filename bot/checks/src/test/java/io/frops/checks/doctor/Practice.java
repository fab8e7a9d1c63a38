package io.frops.checks.doctor;

import io.frops.checks.world.PushedClock;
import io.frops.sandbox.alertmanager.AlertmanagerSimulator;
import io.frops.sandbox.alertmanager.SimulatorSettings;
import io.frops.sandbox.slack.SlackSettings;
import io.frops.sandbox.slack.SlackSimulator;
import io.frops.sandbox.slack.api.Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// A set-up in which all is well: a simulated Slack and a simulated Alertmanager with a heartbeat
/// that fires. Each test spoils one thing.
final class Practice implements AutoCloseable {
    static final String TOKEN = "xoxb-practice";

    private final Path folder;
    private final PushedClock clock = new PushedClock();
    private final SlackSimulator slack;
    private final AlertmanagerSimulator alertmanager;
    private String slackSection;
    private String state;
    private String routing = "{default-channel: \"#incidents\"}";
    private String admins = "[U0ANA0001]";
    private String member;
    private String receiver = "frops";
    private String more = "";

    Practice(Path folder) {
        this(folder, UnaryOperator.identity());
    }

    Practice(Path folder, UnaryOperator<SlackSettings> changed) {
        this.folder = folder;
        SlackSettings settings =
                SlackSettings.sandbox(new PushedClock(), new SecureRandom(), TOKEN, "secret");
        slack = new SlackSimulator(changed.apply(settings));
        alertmanager =
                new AlertmanagerSimulator(
                        SimulatorSettings.defaults(),
                        new PushedClock(),
                        () -> UUID.randomUUID().toString());
        alertmanager.fire(Map.of("alertname", "Watchdog"), Map.of(), "vector(1)");
        alertmanager.tick();
        member = alertmanager.address().toString();
        slackSection = slackWith(TOKEN);
        state = "{store: embedded, data-dir: \"" + folder.resolve("data") + "\"}";
    }

    /// The scopes of the manifest but one.
    static UnaryOperator<SlackSettings> without(String scope, String... others) {
        var scopes = new java.util.HashSet<>(Access.ALL);
        scopes.remove(scope);
        scopes.removeAll(java.util.List.of(others));
        return settings -> settings.withAccess(new Access(TOKEN, scopes));
    }

    SlackSimulator slack() {
        return slack;
    }

    /// The doctor's clock; the simulators keep the right time.
    PushedClock clock() {
        return clock;
    }

    private String slackWith(String token) {
        return "bot-token: %s, signing-secret: secret, api-url: \"%s\""
                .formatted(token, slack.api());
    }

    Practice token(String token) {
        slackSection = slackWith(token);
        return this;
    }

    Practice slack(String yaml) {
        slackSection += ", " + yaml;
        return this;
    }

    Practice slackAt(String api) {
        slackSection =
                "bot-token: %s, signing-secret: secret, api-url: \"%s\"".formatted(TOKEN, api);
        return this;
    }

    Practice state(String yaml) {
        state = yaml;
        return this;
    }

    Practice routing(String yaml) {
        routing = yaml;
        return this;
    }

    Practice admins(String yaml) {
        admins = yaml;
        return this;
    }

    Practice member(String address) {
        member = address;
        return this;
    }

    Practice receiver(String name) {
        receiver = name;
        return this;
    }

    Practice more(String yaml) {
        more = yaml;
        return this;
    }

    Visit visit(String... options) {
        return Visit.of(file(), clock, options);
    }

    private Path file() {
        String yaml =
                """
                server: {host: 127.0.0.1, port: 8080}
                slack: {%s}
                state: %s
                access: {admins: %s}
                alertmanagers:
                  - name: main
                    token: webhook-token
                    receiver: %s
                    members: ["%s"]
                    heartbeat: {matchers: {alertname: Watchdog}}
                routing: %s
                %s
                """
                        .formatted(slackSection, state, admins, receiver, member, routing, more);
        try {
            return Files.writeString(folder.resolve("frops.yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        slack.close();
        alertmanager.close();
    }
}
