package io.frops.integrations.kubernetes;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The calls that we make; each may block and throws what the client throws.
record Reader(Connection connection) {
    /// Pods and events are fetched in pages, so that no single answer is huge.
    private static final long PAGE = 250;

    Optional<Deployment> deployment(String namespace, String name) {
        return Optional.ofNullable(
                connection
                        .client()
                        .apps()
                        .deployments()
                        .inNamespace(namespace)
                        .withName(name)
                        .get());
    }

    String version() {
        return connection.client().getKubernetesVersion().getGitVersion();
    }

    /// The pods that the deployment's selector picks, those being deleted too.
    List<Pod> pods(Deployment deployment) {
        List<Pod> all = new ArrayList<>();
        String next = null;
        do {
            PodList page =
                    connection
                            .client()
                            .pods()
                            .inNamespace(deployment.getMetadata().getNamespace())
                            .withLabelSelector(deployment.getSpec().getSelector())
                            .list(page(next));
            all.addAll(page.getItems());
            next = page.getMetadata().getContinue();
        } while (next != null && !next.isEmpty());
        return all;
    }

    /// Warnings about pods that the cluster still remembers (an hour, by default), in no order.
    List<Event> warnings(String namespace) {
        return connection
                .client()
                .v1()
                .events()
                .inNamespace(namespace)
                .withField("type", "Warning")
                .withField("involvedObject.kind", "Pod")
                .list(page(null))
                .getItems();
    }

    private static ListOptions page(@Nullable String next) {
        return new ListOptionsBuilder().withLimit(PAGE).withContinue(next).build();
    }
}
