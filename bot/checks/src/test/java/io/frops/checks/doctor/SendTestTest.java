package io.frops.checks.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.app.cli.Exit;
import io.frops.checks.alertmanager.RealAlertmanager;
import io.frops.checks.world.PushedClock;
import io.frops.checks.world.World;
import io.frops.core.settings.Secret;
import io.frops.core.testing.Eventually;
import io.frops.sandbox.alertmanager.AlertmanagerSimulator;
import io.frops.sandbox.alertmanager.SimulatorSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `frops doctor --send-test` beside a bot that runs.
class SendTestTest {
    @TempDir Path folder;

    @Test
    void without_an_alertmanager_the_alert_goes_to_the_bots_own_webhook() throws IOException {
        try (World world = World.start(folder)) {
            Visit visit = visit(world, "");
            arrives(world, visit);
            world.card("INC-1 SEV4 mitigated: FropsTest");
        }
    }

    @Test
    void through_an_alertmanager_it_takes_the_way_of_every_alert() throws IOException {
        try (AlertmanagerSimulator alertmanager =
                        new AlertmanagerSimulator(
                                SimulatorSettings.defaults(),
                                new PushedClock(),
                                () -> UUID.randomUUID().toString());
                World world =
                        World.start(folder, World.Plan.PLAIN.asking(alertmanager.address()))) {
            alertmanager.deliverTo(
                    world.http().at("/webhooks/alertmanager"), Secret.parse(World.WEBHOOK_TOKEN));
            alertmanager.run();
            Visit visit = visit(world, "\"" + alertmanager.address() + "\"");
            arrives(world, visit);
            assertThat(visit.rows("ok")).anyMatch(row -> row.contains("to Alertmanager 127.0.0.1"));
            world.card("INC-1 SEV4 mitigated: FropsTest");

            // Alertmanager puts the next one into the same group: the incident is opened again.
            arrives(world, visit(world, "\"" + alertmanager.address() + "\""));
        }
    }

    @Test
    void through_a_real_alertmanager() throws IOException {
        try (World world = World.start(folder);
                RealAlertmanager alertmanager =
                        RealAlertmanager.start(
                                Files.createDirectory(folder.resolve("alertmanager")),
                                alertmanagerYaml(world.http().at("/webhooks/alertmanager")))) {
            Visit visit = visit(world, "\"" + alertmanager.address() + "\"");
            arrives(world, visit);
            assertThat(visit.rows("ok")).anyMatch(row -> row.contains("posts to the bot"));
        }
    }

    @Test
    void a_bot_that_does_not_run_is_named() throws IOException {
        try (World world = World.start(folder)) {
            URI gone = world.http().at("/");
            world.bot().close();
            Visit visit =
                    Visit.of(
                            config(world, gone.getPort(), ""),
                            world.clock(),
                            "--json",
                            "--send-test");
            visit.failsOnlyBy("Test alert: ", "The bot at 127.0.0.1", "-> Start the bot");
        }
    }

    private static void arrives(World world, Visit visit) {
        assertThat(visit.rows("fails")).as(visit.out()).isEmpty();
        assertThat(visit.exit()).isEqualTo(Exit.DONE);
        assertThat(visit.rows("ok").stream().filter(row -> row.startsWith("Test alert: ")))
                .satisfiesExactly(
                        sent -> assertThat(sent).contains(" s: sent as "),
                        card -> assertThat(card).contains(" s: its card is in #incidents: INC-1"),
                        ended -> assertThat(ended).contains(" s: ended"));
        Eventually.await("one card", World.PATIENCE, () -> world.cards().size() == 1);
    }

    private Visit visit(World world, String members) throws IOException {
        Path config = config(world, world.bot().port(), members);
        return Visit.of(config, world.clock(), "--json", "--send-test");
    }

    private Path config(World world, int port, String members) throws IOException {
        return Files.writeString(
                folder.resolve("doctor.yaml"),
                """
                server: {host: 127.0.0.1, port: %d}
                slack: {bot-token: %s, signing-secret: %s, api-url: "%s"}
                state: {store: embedded, data-dir: "%s"}
                access: {admins: [U0ANA0001]}
                alertmanagers: [{name: main, token: %s, members: [%s]}]
                services: [{name: backend}]
                """
                        .formatted(
                                port,
                                World.BOT_TOKEN,
                                World.SIGNING_SECRET,
                                world.slack().api(),
                                folder.resolve("state"),
                                World.WEBHOOK_TOKEN,
                                members));
    }

    private static String alertmanagerYaml(URI webhook) {
        return """
        route:
          receiver: frops
          group_by: [alertname, service]
          group_wait: 1s
          group_interval: 5s
        receivers:
          - name: frops
            webhook_configs:
              - url: %s
                http_config:
                  authorization: {credentials: %s}
        """
                .formatted(webhook, World.WEBHOOK_TOKEN);
    }
}
