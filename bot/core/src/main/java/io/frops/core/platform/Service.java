package io.frops.core.platform;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A service as the configuration describes it.
///
/// @param aliases other names that alerts and people use for it
/// @param probes addresses that answer 2xx while it is healthy
/// @param deployments where it runs on Kubernetes
public record Service(
        ServiceName name,
        List<String> aliases,
        Tier tier,
        String owner,
        List<URI> probes,
        List<Deployment> deployments,
        @Nullable URI runbook,
        @Nullable URI dashboard) {
    public Service {
        aliases = List.copyOf(aliases);
        probes = List.copyOf(probes);
        deployments = List.copyOf(deployments);
    }

    /// How soon it must be back after a disaster: critical within 1 h, standard within 4 h
    /// (operations guide).
    public enum Tier {
        CRITICAL,
        STANDARD
    }

    /// A Kubernetes deployment.
    public record Deployment(String namespace, String name) {}
}
