package io.frops.app.wiring;

import io.frops.app.observe.Meters;
import io.frops.app.settings.Settings;
import io.frops.core.alert.AlertSource;
import io.frops.core.alert.SourceName;
import io.frops.core.failure.IntegrationException;
import io.frops.core.platform.HealthSource;
import io.frops.integrations.alertmanager.AlertmanagerSettings;
import io.frops.integrations.alertmanager.AlertmanagerSource;
import io.frops.integrations.http.HttpProbes;
import io.frops.integrations.http.SharedClient;
import io.frops.integrations.kubernetes.KubernetesHealth;
import io.frops.integrations.mongo.MongoState;
import io.frops.integrations.slack.SlackConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything that talks to the outside. Making them calls nothing but the embedded store.
record Adapters(
        MongoState state,
        SlackConnection slack,
        Map<SourceName, AlertSource> sources,
        List<HealthSource> health)
        implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Adapters.class);

    static Adapters of(Settings settings, Host host, Meters meters) {
        SharedClient http = SharedClient.within(Duration.ofSeconds(10));
        Map<SourceName, AlertSource> sources = new LinkedHashMap<>();
        for (AlertmanagerSettings source : settings.alertmanagers()) {
            sources.put(source.name(), new AlertmanagerSource(source, http, host.clock()));
        }
        List<HealthSource> health = new ArrayList<>();
        health.add(new HttpProbes(settings.probes(), http));
        if (settings.kubernetes().enabled()) {
            health.add(new KubernetesHealth(settings.kubernetes()));
        }
        return new Adapters(
                MongoState.open(settings.state(), host.arrows()),
                new SlackConnection(
                        settings.slack(), meters::slack, host.clock(), host.ids(), host.arrows()),
                sources,
                health);
    }

    /// The first call of a fresh client loads many classes: better beside the start than under
    /// somebody's question.
    void warmUp() {
        for (HealthSource source : health) {
            if (source instanceof KubernetesHealth kubernetes) {
                Thread.ofVirtual().name("warm-up").start(() -> version(kubernetes));
            }
        }
    }

    /// Asks Slack which workspace is ours, if neither the settings nor Slack have said so yet.
    void learnTeam() {
        if (slack.team().known().isEmpty()) {
            LOG.info("Slack's workspace is {}", slack.identity().team());
        }
    }

    private static void version(KubernetesHealth kubernetes) {
        try {
            LOG.info("Kubernetes {} answers", kubernetes.version());
        } catch (IntegrationException e) {
            LOG.warn("Kubernetes does not answer yet: {}", e.safeMessage());
        }
    }

    @Override
    public void close() {
        for (HealthSource source : health) {
            switch (source) {
                case HttpProbes probes -> probes.close();
                case KubernetesHealth kubernetes -> kubernetes.close();
                default -> {}
            }
        }
        state.close();
    }
}
