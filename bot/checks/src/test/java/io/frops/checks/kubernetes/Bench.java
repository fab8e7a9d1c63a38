package io.frops.checks.kubernetes;

import io.frops.integrations.kubernetes.KubernetesSettings;
import io.frops.sandbox.platform.SampleService.PodFailure;
import java.time.Duration;
import java.util.Optional;

/// A cluster to try things on.
interface Bench extends AutoCloseable {
    /// On a busy machine even a first answer can take long; only tests of the limit need the real
    /// one.
    Duration PATIENT = Duration.ofSeconds(30);

    /// As the user that the bot is, who may read one namespace.
    KubernetesSettings settings();

    /// The same with a token that nobody has.
    KubernetesSettings withWrongToken();

    /// Where the user may look.
    String namespace();

    /// Where the user may not.
    String foreignNamespace();

    /// Two pods that fail so, or are well.
    void deploy(String name, Optional<PodFailure> failure);

    @Override
    void close();
}
