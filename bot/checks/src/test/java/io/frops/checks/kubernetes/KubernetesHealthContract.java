package io.frops.checks.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frops.core.failure.IntegrationException;
import io.frops.core.platform.Health;
import io.frops.core.platform.HealthSource;
import io.frops.core.platform.HealthSourceContract;
import io.frops.core.platform.Service;
import io.frops.core.settings.Secret;
import io.frops.core.testing.Eventually;
import io.frops.integrations.kubernetes.KubernetesHealth;
import io.frops.integrations.kubernetes.KubernetesSettings;
import io.frops.sandbox.platform.SampleService.PodFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the bot reads of Kubernetes, be it simulated or real, as a user with few rights.
abstract class KubernetesHealthContract extends HealthSourceContract {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final List<KubernetesHealth> opened = new ArrayList<>();
    private Bench bench;
    private KubernetesHealth health;
    private ServerSocket silence;
    private int nowhere;

    abstract Bench open();

    @BeforeAll
    void start() throws IOException {
        bench = open();
        health = as(bench.settings());
        bench.deploy("well", Optional.empty());
        bench.deploy("crash", Optional.of(PodFailure.CRASH));
        bench.deploy("oom", Optional.of(PodFailure.OUT_OF_MEMORY));
        bench.deploy("image", Optional.of(PodFailure.IMAGE));
        bench.deploy("unready", Optional.of(PodFailure.UNREADY));
        bench.deploy("big", Optional.of(PodFailure.UNSCHEDULABLE));
        silence = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nowhere = gone.getLocalPort();
        }
        await("well", w -> w.ready() == 2 && w.pods().stream().allMatch(Health.Pod::ready));
        await("crash", w -> w.pods().stream().anyMatch(p -> p.restarts() > 0));
    }

    @AfterAll
    void stop() throws IOException {
        opened.forEach(KubernetesHealth::close);
        if (silence != null) {
            silence.close();
        }
        if (bench != null) {
            bench.close();
        }
    }

    KubernetesHealth as(KubernetesSettings settings) {
        KubernetesHealth made = new KubernetesHealth(settings);
        opened.add(made);
        return made;
    }

    @Override
    protected HealthSource source() {
        return health;
    }

    @Override
    protected HealthSource silent() {
        return as(at(silence.getLocalPort()));
    }

    @Override
    protected HealthSource unreachable() {
        return as(at(nowhere));
    }

    @Override
    protected Service well() {
        return deployed("well");
    }

    @Override
    protected Service failing() {
        return deployed("crash");
    }

    @Test
    void pods_that_are_well_are_listed_without_a_reason() {
        Health.Workload w = workload("well");
        assertThat(w.namespace()).isEqualTo(bench.namespace());
        assertThat(w.deployment()).isEqualTo("well");
        assertThat(w.wanted()).isEqualTo(2);
        assertThat(w.ready()).isEqualTo(2);
        assertThat(w.why()).isEmpty();
        assertThat(w.pods())
                .hasSize(2)
                .allSatisfy(p -> {
                    assertThat(p.name()).startsWith("well-");
                    assertThat(p.phase()).isEqualTo("Running");
                    assertThat(p.ready()).isTrue();
                    assertThat(p.restarts()).isZero();
                    assertThat(p.why()).isEmpty();
                });
    }

    @Test
    void a_crashing_pod_shows_its_restarts_its_pause_and_how_it_ended() {
        await(
                "crash",
                w ->
                        w.ready() == 0
                                && w.pods().stream()
                                        .anyMatch(p ->
                                                p.restarts() > 0
                                                        && !p.ready()
                                                        && p.why()
                                                                .startsWith(
                                                                        "CrashLoopBackOff: back-off")
                                                        && p.why()
                                                                .contains(
                                                                        "last ended: Error, exit code 1 at ")));
    }

    @Test
    void a_pod_killed_for_its_memory_says_so() {
        await("oom", some(p -> p.why().contains("last ended: OOMKilled, exit code 137 at ")));
    }

    @Test
    void an_image_that_cannot_be_pulled_is_named() {
        await(
                "image",
                some(p ->
                        p.phase().equals("Pending")
                                && p.why().matches("(ErrImagePull|ImagePullBackOff): .*image.*")));
    }

    @Test
    void a_pod_that_fails_its_readiness_probe_is_running_but_not_ready() {
        await(
                "unready",
                some(p ->
                        p.phase().equals("Running")
                                && !p.ready()
                                && p.restarts() == 0
                                && p.why()
                                        .startsWith("not ready: containers with unready status")));
    }

    @Test
    void a_pod_that_no_node_has_room_for_says_what_is_missing() {
        await(
                "big",
                some(p ->
                        !p.ready()
                                && p.why().startsWith("Unschedulable: 0/3 nodes are available")));
    }

    @Test
    void a_deployment_that_does_not_exist_is_named() {
        assertThat(health.of(deployed("nope")))
                .containsExactly(
                        new Health.Unanswered(
                                "Kubernetes " + bench.namespace() + "/nope",
                                "no deployment nope in namespace "
                                        + bench.namespace()
                                        + ": check both names in the configuration"));
    }

    @Test
    void a_missing_right_is_named_in_the_servers_own_terms() {
        String elsewhere = bench.foreignNamespace();
        assertThat(health.of(deployed(elsewhere, "well")))
                .singleElement()
                .satisfies(h ->
                        assertThat(said(h))
                                .endsWith(
                                        "may not get deployments in namespace "
                                                + elsewhere
                                                + ": ask for the RBAC verb \"get\" on \"deployments\" in API group \"apps\""));
    }

    @Test
    void what_can_be_told_is_told_beside_what_cannot() {
        List<Health> all =
                health.of(
                        service(
                                "both",
                                List.of(),
                                List.of(
                                        new Service.Deployment(bench.namespace(), "well"),
                                        new Service.Deployment(bench.foreignNamespace(), "well"))));
        assertThat(all).hasSize(2);
        assertThat(good(all.getFirst())).isTrue();
        assertThat(all.getLast()).isInstanceOf(Health.Unanswered.class);
    }

    @Test
    void refused_credentials_are_told_with_what_to_check() {
        assertThat(as(bench.withWrongToken()).of(well()))
                .extracting(HealthSourceContract::said)
                .containsExactly(
                        "our credentials were refused (401): check the token or the kubeconfig's user");
    }

    @Test
    void the_servers_version_is_told_and_a_refusal_thrown_in_words() {
        assertThat(health.version()).startsWith("v1.");
        assertThatThrownBy(() -> as(at(nowhere)).version())
                .isInstanceOf(IntegrationException.class)
                .hasMessage("Kubernetes: unreachable: nothing listens at the configured address");
    }

    @Test
    void a_deployment_without_a_namespace_is_looked_for_in_the_configured_one() {
        assertThat(good(health.of(deployed("", "well")).getFirst())).isTrue();
    }

    Service deployed(String name) {
        return deployed(bench.namespace(), name);
    }

    private static Service deployed(String namespace, String name) {
        return service(name, List.of(), List.of(new Service.Deployment(namespace, name)));
    }

    KubernetesHealth health() {
        return health;
    }

    Health.Workload workload(String name) {
        List<Health> all = health.of(deployed(name));
        assertThat(all).singleElement().isInstanceOf(Health.Workload.class);
        return (Health.Workload) all.getFirst();
    }

    private static Predicate<Health.Workload> some(Predicate<Health.Pod> pod) {
        return w -> w.pods().stream().anyMatch(pod);
    }

    /// Controllers take their time: asks until it is so.
    void await(String name, Predicate<Health.Workload> so) {
        AtomicReference<List<Health>> seen = new AtomicReference<>(List.of());
        try {
            Eventually.await(
                    name,
                    PATIENCE,
                    () ->
                            seen.updateAndGet(_ -> health.of(deployed(name))).stream()
                                    .anyMatch(h -> h instanceof Health.Workload w && so.test(w)));
        } catch (AssertionError late) {
            throw new AssertionError("last seen: " + seen.get(), late);
        }
    }

    private KubernetesSettings at(int port) {
        return new KubernetesSettings(
                true,
                Optional.empty(),
                Optional.of(URI.create("http://127.0.0.1:" + port)),
                Optional.of(Secret.parse("any")),
                Optional.empty(),
                bench.namespace(),
                Duration.ofSeconds(3));
    }
}
