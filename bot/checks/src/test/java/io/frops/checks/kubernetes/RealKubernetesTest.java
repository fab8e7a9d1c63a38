package io.frops.checks.kubernetes;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.frops.core.settings.Secret;
import io.frops.integrations.kubernetes.KubernetesSettings;
import io.frops.sandbox.platform.SampleService.PodFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// Runs on the cluster of `FROPS_TEST_KUBECONFIG` (an administrator, who prepares it) as the user
/// of `FROPS_TEST_KUBECONFIG_RESTRICTED`, who may `view` the namespace `frops-restricted` only. Its
/// pods are played: the image's tag decides how they fare.
class RealKubernetesTest extends KubernetesHealthContract {
    private static final String HINT =
            "no real Kubernetes: set FROPS_TEST_KUBECONFIG (administrator of a test cluster whose pods kwok plays) and FROPS_TEST_KUBECONFIG_RESTRICTED (view in namespace frops-restricted only)";

    @Override
    Bench open() {
        Optional<Path> admin = file("FROPS_TEST_KUBECONFIG");
        Optional<Path> restricted = file("FROPS_TEST_KUBECONFIG_RESTRICTED");
        Assumptions.assumeTrue(admin.isPresent() && restricted.isPresent(), HINT);
        return new RealBench(admin.orElseThrow(), restricted.orElseThrow());
    }

    private static Optional<Path> file(String variable) {
        return Optional.ofNullable(System.getenv(variable)).filter(s -> !s.isBlank()).map(Path::of);
    }

    private static final class RealBench implements Bench {
        private static final String LABEL = "frops-check";

        private final Path kubeconfig;
        private final KubernetesClient admin;

        RealBench(Path admin, Path restricted) {
            this.kubeconfig = restricted;
            this.admin =
                    new KubernetesClientBuilder()
                            .withConfig(Config.fromKubeconfig(admin.toFile()))
                            .build();
            clear();
            this.admin
                    .namespaces()
                    .resource(
                            new NamespaceBuilder()
                                    .withNewMetadata()
                                    .withName(foreignNamespace())
                                    .endMetadata()
                                    .build())
                    .createOr(r -> r.update());
        }

        @Override
        public KubernetesSettings settings() {
            return new KubernetesSettings(
                    true,
                    Optional.of(kubeconfig),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    namespace(),
                    PATIENT);
        }

        /// By address and authority, the other way to be configured.
        @Override
        public KubernetesSettings withWrongToken() {
            Config config = Config.fromKubeconfig(kubeconfig.toFile());
            return new KubernetesSettings(
                    true,
                    Optional.empty(),
                    Optional.of(URI.create(config.getMasterUrl())),
                    Optional.of(Secret.parse("nobody-has-this")),
                    Optional.of(authority(config)),
                    namespace(),
                    PATIENT);
        }

        private static Path authority(Config config) {
            try {
                Path file = Files.createTempFile("authority", ".pem");
                file.toFile().deleteOnExit();
                return Files.write(file, Base64.getDecoder().decode(config.getCaCertData()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String namespace() {
            return "frops-restricted";
        }

        @Override
        public String foreignNamespace() {
            return "frops-foreign";
        }

        @Override
        public void deploy(String name, Optional<PodFailure> failure) {
            admin.apps()
                    .deployments()
                    .inNamespace(namespace())
                    .resource(
                            new DeploymentBuilder()
                                    .withNewMetadata()
                                    .withName(name)
                                    .addToLabels(LABEL, "true")
                                    .endMetadata()
                                    .withNewSpec()
                                    .withReplicas(2)
                                    .withNewSelector()
                                    .addToMatchLabels("app", name)
                                    .endSelector()
                                    .withNewTemplate()
                                    .withNewMetadata()
                                    .addToLabels("app", name)
                                    .endMetadata()
                                    .withNewSpec()
                                    .addNewContainer()
                                    .withName(name)
                                    .withImage("web:" + tag(failure))
                                    .withNewResources()
                                    .withRequests(Map.of("memory", new Quantity(memory(failure))))
                                    .endResources()
                                    .endContainer()
                                    .endSpec()
                                    .endTemplate()
                                    .endSpec()
                                    .build())
                    .create();
        }

        private static String tag(Optional<PodFailure> failure) {
            return failure.map(f ->
                            switch (f) {
                                case CRASH -> "1-crash";
                                case OUT_OF_MEMORY -> "1-oom";
                                case IMAGE -> "1-bad";
                                case UNREADY -> "1-unready";
                                case UNSCHEDULABLE -> "1";
                            })
                    .orElse("1");
        }

        private static String memory(Optional<PodFailure> failure) {
            return failure.equals(Optional.of(PodFailure.UNSCHEDULABLE)) ? "900Gi" : "16Mi";
        }

        private void clear() {
            admin.apps()
                    .deployments()
                    .inNamespace(namespace())
                    .withLabel(LABEL, "true")
                    .withGracePeriod(0)
                    .delete();
        }

        @Override
        public void close() {
            clear();
            admin.close();
        }
    }
}
