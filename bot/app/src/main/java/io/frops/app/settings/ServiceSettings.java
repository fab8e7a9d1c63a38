package io.frops.app.settings;

import io.frops.core.platform.Service;
import io.frops.core.platform.ServiceName;
import io.frops.core.settings.Default;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// A service of the platform.
///
/// @param aliases other names that alerts and people use for it
/// @param health addresses that answer 2xx while it is healthy
public record ServiceSettings(
        ServiceName name,
        List<String> aliases,
        @Default("standard") Service.Tier tier,
        @Default("") String owner,
        List<URI> health,
        Workloads workloads,
        Optional<URI> runbook,
        Optional<URI> dashboard) {
    public ServiceSettings {
        aliases = List.copyOf(aliases);
        health = List.copyOf(health);
    }

    /// Where it runs, by runtime.
    public record Workloads(List<KubernetesWorkload> kubernetes) {
        public Workloads {
            kubernetes = List.copyOf(kubernetes);
        }
    }

    /// A Kubernetes deployment; its namespace, when absent, is that of the `kubernetes` section.
    public record KubernetesWorkload(Optional<String> namespace, String deployment) {}

    Service service(String namespace) {
        return new Service(
                name,
                aliases,
                tier,
                owner,
                health,
                workloads.kubernetes().stream()
                        .map(w ->
                                new Service.Deployment(
                                        w.namespace().orElse(namespace), w.deployment()))
                        .toList(),
                runbook.orElse(null),
                dashboard.orElse(null));
    }
}
