package io.frops.integrations.kubernetes;

import io.frops.core.settings.Default;
import io.frops.core.settings.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How to reach the cluster: inside it, by a kubeconfig, or by an address and a token.
///
/// @param enabled false leaves Kubernetes out altogether
/// @param kubeconfig when absent, and no server is given: the service account of the bot's own pod
/// @param server the API server's address
/// @param token a service account's, together with `server`
/// @param caFile the authority that signed the server's certificate, in PEM
/// @param namespace where workloads are that name none
/// @param timeout for one answer
public record KubernetesSettings(
        @Default("false") boolean enabled,
        Optional<Path> kubeconfig,
        Optional<URI> server,
        Optional<Secret> token,
        Optional<Path> caFile,
        @Default("default") String namespace,
        @Default("3s") Duration timeout) {
    public KubernetesSettings {
        if (kubeconfig.isPresent() && server.isPresent()) {
            throw new IllegalArgumentException(
                    "server: is given beside a kubeconfig. Keep one of the two");
        }
        if (server.isPresent() && token.isEmpty()) {
            throw new IllegalArgumentException(
                    "server: needs a token beside it. Write token: ${KUBERNETES_TOKEN}");
        }
        if (timeout.isZero()) {
            throw new IllegalArgumentException("timeout: must be more than nothing. Write 3s");
        }
    }
}
