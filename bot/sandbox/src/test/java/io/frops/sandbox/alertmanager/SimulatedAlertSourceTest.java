package io.frops.sandbox.alertmanager;

import io.frops.core.alert.AlertPoster;
import io.frops.core.alert.AlertSource;
import io.frops.core.alert.AlertSourceContract;
import io.frops.core.alert.SourceName;
import io.frops.core.settings.Secret;
import io.frops.core.testing.ManualClock;
import io.frops.integrations.alertmanager.AlertmanagerSettings;
import io.frops.integrations.alertmanager.AlertmanagerSource;
import io.frops.integrations.http.SharedClient;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/// Our source against the simulator: it must be as good as the real one.
class SimulatedAlertSourceTest extends AlertSourceContract {
    private final ManualClock clock = new ManualClock();
    private final AlertmanagerSimulator simulator =
            new AlertmanagerSimulator(
                    SimulatorSettings.defaults()
                            .withRoutes(
                                    List.of(
                                            new Route(
                                                    "other",
                                                    Map.of("team", "elsewhere"),
                                                    List.of()),
                                            new Route(
                                                    "frops",
                                                    Map.of(),
                                                    List.of("alertname", "cluster"))),
                                    List.of(
                                            new Inhibition(
                                                    Map.of("severity", "critical"),
                                                    Map.of("severity", "warning"),
                                                    List.of("cluster")))),
                    clock,
                    new CountedIds());
    private final AlertPoster poster = new AlertPoster(simulator.address());
    private final SharedClient client = SharedClient.within(Duration.ofSeconds(3));

    @AfterEach
    void close() {
        poster.close();
        simulator.close();
    }

    @Override
    protected World world() {
        return new Simulated();
    }

    private final class Simulated implements World {
        @Override
        public AlertSource source() {
            return asking(simulator.address());
        }

        @Override
        public AlertSource withDeadMember() {
            return asking(simulator.address(), URI.create("http://127.0.0.1:1"));
        }

        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public void fire(Map<String, String> labels, Instant startsAt) {
            poster.post(labels, startsAt, null);
        }

        @Override
        public void resolve(Map<String, String> labels, Instant startsAt) {
            poster.post(labels, startsAt, now());
        }
    }

    private AlertSource asking(URI... members) {
        return new AlertmanagerSource(
                new AlertmanagerSettings(
                        new SourceName("main"),
                        Optional.of(Secret.parse("in")),
                        Optional.empty(),
                        List.of(members),
                        Optional.empty(),
                        Optional.empty(),
                        "frops",
                        Optional.empty()),
                client,
                clock);
    }
}
