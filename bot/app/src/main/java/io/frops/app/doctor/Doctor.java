package io.frops.app.doctor;

import io.frops.app.cli.Terminal;
import io.frops.app.settings.Settings;
import io.frops.integrations.alertmanager.AlertmanagerInspection;
import io.frops.integrations.alertmanager.AlertmanagerSettings;
import io.frops.integrations.http.SharedClient;
import io.frops.integrations.slack.SlackConnection;
import io.frops.integrations.slack.SlackObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Wires one check for each system that the settings name.
final class Doctor {
    /// Slack is asked a handful of questions one after the other, 10 s each at most.
    private static final Duration LIMIT = Duration.ofSeconds(45);

    private static final int ID_BYTES = 4;

    private final Settings settings;
    private final Terminal terminal;
    private final SlackConnection slack;
    private final SharedClient http = SharedClient.within(Duration.ofSeconds(10));

    Doctor(Settings settings, Terminal terminal) {
        this.settings = settings;
        this.terminal = terminal;
        slack =
                new SlackConnection(
                        settings.slack(), SlackObserver.none(), terminal.clock(), this::id);
    }

    List<Finding> examine() {
        List<Check> checks = new ArrayList<>();
        checks.add(new SlackCheck(settings, slack));
        checks.add(new StateCheck(settings.state(), terminal.clock()));
        for (AlertmanagerSettings source : settings.alertmanagers()) {
            source.members().stream()
                    .map(uri -> new AlertmanagerInspection(source, http, uri))
                    .forEach(member -> checks.add(new MemberCheck(source, member)));
            checks.add(new SourceCheck(source, http, terminal.clock()));
        }
        if (settings.kubernetes().enabled()) {
            checks.add(new KubernetesCheck(settings));
        }
        if (settings.tracing().endpoint().isPresent()) {
            checks.add(new TracingCheck(settings.tracing()));
        }
        settings.platform().all().stream()
                .filter(service -> !service.probes().isEmpty())
                .forEach(service -> checks.add(new ServiceCheck(service, settings.probes(), http)));
        return new Rounds(LIMIT).of(checks);
    }

    /// Sends the marked alert, unless what it needs is known to fail.
    List<Finding> sendTest(List<Finding> so) {
        if (so.stream().anyMatch(f -> f.failed() && f.system().equals(SlackCheck.SYSTEM))) {
            return List.of(
                    Finding.fails(
                            TestRun.SYSTEM,
                            "not sent: nobody could see its card while Slack fails",
                            "Mend what fails above, then run it again."));
        }
        TestRoad road =
                settings.alertmanagers().stream()
                        .filter(source -> !source.members().isEmpty())
                        .findFirst()
                        .<TestRoad>map(source -> new TestRoad.ThroughAlertmanager(source, http))
                        .orElseGet(() -> new TestRoad.ToTheBot(settings, http));
        return new TestRun(settings, slack, road, terminal).findings(id());
    }

    private String id() {
        byte[] bytes = new byte[ID_BYTES];
        terminal.random().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
