package io.frops.checks.reconcile;

import io.frops.checks.alertmanager.RealAlertmanager;
import io.frops.checks.world.Http;
import io.frops.checks.world.Relay;
import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A bot and a real Alertmanager, which tells it by webhook through a relay and is asked by it
/// through another. Alerts come in as Prometheus sends them. The bot polls twice a second, and its
/// clock is pushed; Alertmanager lives in real time.
final class Scene implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String ROUTE =
            "{receiver: frops, group_by: [alertname], group_wait: 1s, group_interval: 1s}";

    private final Relay relay;
    private final RealAlertmanager alertmanager;
    private final Api api;
    private final World world;
    private final Alerts alerts;

    private Scene(Path folder, Plan plan) throws IOException {
        relay = new Relay();
        alertmanager =
                RealAlertmanager.start(
                        Files.createDirectory(folder.resolve("alertmanager")), yaml(plan));
        alerts = new Alerts(alertmanager.address());
        plan.already().forEach(name -> alerts.fire(name, alerts.now()));
        alerts.awaitHeld(plan.already().size());
        api = new Api(alertmanager.address());
        world =
                World.start(
                        Files.createDirectory(folder.resolve("bot")),
                        World.Plan.PLAIN.asking(api.address()).with(plan.source()));
        relay.to(world.http());
    }

    /// What differs from test to test.
    ///
    /// @param route of Alertmanager
    /// @param receiver more of its webhook
    /// @param source more of the bot's settings for it
    /// @param already names of alerts that fire before the bot starts
    record Plan(String route, String receiver, String source, List<String> already) {
        static final Plan PLAIN = new Plan(ROUTE, "", "", List.of());

        Plan routed(String yaml) {
            return new Plan(yaml, receiver, source, already);
        }

        Plan receiving(String yaml) {
            return new Plan(route, yaml, source, already);
        }

        /// With a heartbeat of this name, which beats already.
        Plan beating(String name) {
            String yaml = ", heartbeat: {matchers: {alertname: " + name + "}}";
            return new Plan(route, receiver, yaml, List.of(name));
        }

        Scene start(Path folder) {
            try {
                return new Scene(folder, this);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private String yaml(Plan plan) {
        return """
        route: %s
        inhibit_rules:
          - source_matchers: ['strength="strong"']
            target_matchers: ['strength="weak"']
        receivers:
          - name: other
          - name: frops
            webhook_configs:
              - url: %s/webhooks/alertmanager
                http_config: {authorization: {credentials: %s}}
                %s
        """
                .formatted(plan.route(), relay.address(), World.WEBHOOK_TOKEN, plan.receiver());
    }

    World world() {
        return world;
    }

    Relay relay() {
        return relay;
    }

    Api api() {
        return api;
    }

    RealAlertmanager alertmanager() {
        return alertmanager;
    }

    /// What Prometheus and people tell Alertmanager.
    Alerts alerts() {
        return alerts;
    }

    /// Lets it die and come back with nothing.
    void killAndForget() {
        int before = api.unanswered();
        alertmanager.kill();
        Eventually.await("a poll finds nobody", PATIENCE, () -> api.unanswered() > before);
        alertmanager.restart();
        if (alerts.held("") != 0) {
            throw new AssertionError("it still holds alerts");
        }
    }

    /// Pushes the bot's clock by so many minutes, with a poll in each and a whole one at the end.
    void minutes(int count) {
        for (int i = 0; i < count; i++) {
            world.clock().push(Duration.ofMinutes(1));
            api.answers(1);
        }
        api.polls(1);
    }

    /// open, acknowledged, mitigated or resolved, as `/frops incident` tells.
    String state(int incident) {
        return data(incident, "/data/state");
    }

    String firing(int incident) {
        return data(incident, "/data/alerts/firing");
    }

    String cleared(int incident) {
        return data(incident, "/data/alerts/resolved");
    }

    private String data(int incident, String path) {
        Http.Answer answer = world.command(World.DAN, "incident", Integer.toString(incident));
        if (answer.status() != 200) {
            throw new AssertionError(answer.body());
        }
        return answer.json().at(path).asText();
    }

    void awaitState(int incident, String state) {
        Eventually.await(
                "INC-" + incident + " is " + state + "; cards: " + world.texts(),
                PATIENCE,
                () -> state(incident).equals(state));
    }

    /// Waits until the card of an incident says this.
    void awaitCard(int incident, String text) {
        Eventually.await(
                "the card of INC-" + incident + " says " + text,
                PATIENCE,
                () -> card(incident).contains(text));
    }

    /// All that the card of an incident says.
    String card(int incident) {
        return world.cards().stream()
                .filter(m -> m.content().text().startsWith("INC-" + incident + " "))
                .map(m -> m.content().toString())
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        alerts.close();
        world.close();
        api.close();
        relay.close();
        alertmanager.close();
    }
}
