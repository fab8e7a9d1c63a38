package io.frops.app.doctor;

import io.frops.app.settings.Settings;
import io.frops.core.failure.IntegrationException;
import io.frops.core.platform.Health;
import io.frops.core.platform.Service;
import io.frops.integrations.kubernetes.KubernetesHealth;
import java.util.ArrayList;
import java.util.List;

/// Kubernetes: it answers, and the bot may read each deployment that is configured, with its pods.
final class KubernetesCheck implements Check {
    private static final String SYSTEM = "Kubernetes";
    private static final String RIGHTS =
            "Grant the bot's service account get and list on deployments, pods and events in that namespace,"
                    + " or correct the names in services.workloads.kubernetes.";

    private final Settings settings;

    KubernetesCheck(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String system() {
        return SYSTEM;
    }

    @Override
    public List<Finding> findings() {
        try (KubernetesHealth kubernetes = new KubernetesHealth(settings.kubernetes())) {
            List<Finding> all = new ArrayList<>();
            all.add(Finding.ok(SYSTEM, "the server answers, version " + kubernetes.version()));
            settings.platform().all().stream()
                    .filter(service -> !service.deployments().isEmpty())
                    .forEach(service -> all.addAll(of(service, kubernetes.of(service))));
            return all;
        } catch (IntegrationException e) {
            return List.of(
                    Finding.fails(
                            SYSTEM,
                            e,
                            "Correct kubernetes.kubeconfig, or server and token, or write enabled: false."));
        }
    }

    private static List<Finding> of(Service service, List<Health> told) {
        String system = SYSTEM + " " + service.name().value();
        List<Finding> silent =
                told.stream()
                        .filter(Health.Unanswered.class::isInstance)
                        .map(Health.Unanswered.class::cast)
                        .map(u -> Finding.fails(system, u.source() + ": " + u.why(), RIGHTS))
                        .toList();
        return silent.isEmpty()
                ? List.of(Finding.ok(system, "its deployments and pods can be read"))
                : silent;
    }
}
