package io.frops.checks.alertmanager;

import io.frops.core.alert.AlertPoster;
import io.frops.core.alert.AlertSource;
import io.frops.core.alert.AlertSourceContract;
import io.frops.core.alert.SourceName;
import io.frops.core.settings.Secret;
import io.frops.integrations.alertmanager.AlertmanagerSettings;
import io.frops.integrations.alertmanager.AlertmanagerSource;
import io.frops.integrations.http.SharedClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A real Alertmanager set up as the contract says, and our source that asks it.
final class RealWorld implements AlertSourceContract.World, AutoCloseable {
    static final SourceName MAIN = new SourceName("main");
    static final URI NOBODY = URI.create("http://127.0.0.1:1");

    private static final String YAML =
            """
            route:
              receiver: frops
              group_by: [alertname, cluster]
              group_wait: 1s
              group_interval: 5s
              routes:
                - matchers: ['team="elsewhere"']
                  receiver: other
            inhibit_rules:
              - source_matchers: ['severity="critical"']
                target_matchers: ['severity="warning"']
                equal: [cluster]
            receivers:
              - name: frops
              - name: other
            """;

    private final SharedClient client = SharedClient.within(Duration.ofSeconds(3));
    private final RealAlertmanager alertmanager;
    private final AlertPoster poster;

    RealWorld(Path folder) {
        alertmanager = RealAlertmanager.start(folder, YAML);
        poster = new AlertPoster(alertmanager.address());
    }

    RealAlertmanager alertmanager() {
        return alertmanager;
    }

    /// @param clock what the source takes for the time
    AlertSource source(InstantSource clock, URI... members) {
        return new AlertmanagerSource(
                new AlertmanagerSettings(
                        MAIN,
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

    @Override
    public AlertSource source() {
        return source(this::now, alertmanager.address());
    }

    @Override
    public AlertSource withDeadMember() {
        return source(this::now, alertmanager.address(), NOBODY);
    }

    @Override
    public Instant now() {
        return poster.now();
    }

    @Override
    public void fire(Map<String, String> labels, Instant startsAt) {
        poster.post(labels, startsAt, null);
    }

    @Override
    public void resolve(Map<String, String> labels, Instant startsAt) {
        poster.post(labels, startsAt, now());
    }

    @Override
    public void close() {
        poster.close();
        alertmanager.close();
    }
}
