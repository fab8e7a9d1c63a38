package io.frops.checks.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.platform.Health;
import io.frops.core.settings.Secret;
import io.frops.core.testing.ManualClock;
import io.frops.integrations.kubernetes.KubernetesHealth;
import io.frops.integrations.kubernetes.KubernetesSettings;
import io.frops.sandbox.kubernetes.KubernetesSimulator;
import io.frops.sandbox.platform.SampleService.PodFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatedKubernetesTest extends KubernetesHealthContract {
    private static final Secret TOKEN = Secret.parse("sandbox-token");

    private final ManualClock clock = new ManualClock();
    private final KubernetesSimulator simulator =
            KubernetesSimulator.start(clock, TOKEN, "platform");

    @Override
    Bench open() {
        return new SimulatedBench(simulator);
    }

    @AfterEach
    void heal() {
        simulator.faults().clear();
    }

    @Test
    void restarts_grow_with_time_and_mending_brings_new_pods() {
        simulator.deploy("changing", 2);
        List<Health.Pod> before = workload("changing").pods();
        simulator.fail("changing", PodFailure.CRASH);
        assertThat(workload("changing").pods()).allMatch(p -> p.restarts() == 1);
        clock.advance(Duration.ofSeconds(31));
        assertThat(workload("changing").pods()).allMatch(p -> p.restarts() == 3);
        simulator.mend("changing");
        Health.Workload after = workload("changing");
        assertThat(after.ready()).isEqualTo(2);
        assertThat(after.pods()).allMatch(p -> p.restarts() == 0 && p.why().isEmpty());
        assertThat(after.pods())
                .extracting(Health.Pod::name)
                .doesNotContainAnyElementsOf(before.stream().map(Health.Pod::name).toList());
    }

    @Test
    void the_event_of_a_failed_probe_tells_more_than_the_status() {
        await(
                "unready",
                w ->
                        w.pods()
                                .getFirst()
                                .why()
                                .endsWith(
                                        "Unhealthy: Readiness probe failed: HTTP probe failed with statuscode: 503"));
    }

    @Test
    void without_the_right_to_list_pods_the_count_is_still_told() {
        simulator.faults().deny("list", "pods");
        List<Health> all = health().of(well());
        assertThat(all.getFirst())
                .isInstanceOfSatisfying(
                        Health.Workload.class, w -> assertThat(w.ready()).isEqualTo(2));
        assertThat(said(all.getLast()))
                .endsWith(
                        "may not list pods in namespace platform: ask for the RBAC verb \"list\" on \"pods\"");
        assertThat(simulator.faults().hits("list", "pods")).isPositive();
    }

    @Test
    void without_the_right_to_list_events_the_reason_says_what_to_ask_for() {
        simulator.faults().deny("list", "events");
        assertThat(workload("unready").pods().getFirst().why())
                .contains("not ready: containers with unready status")
                .endsWith("ask for the RBAC verb \"list\" on \"events\"");
    }

    @Test
    void events_are_asked_for_only_when_the_status_says_too_little() {
        int before = simulator.faults().hits("list", "events");
        workload("well");
        workload("crash");
        assertThat(simulator.faults().hits("list", "events")).isEqualTo(before);
    }

    @Test
    void pods_that_hang_leave_what_is_known_of_the_deployment() {
        simulator.faults().hang("pods");
        List<Health> all = hurried().of(well());
        assertThat(all.getFirst()).isInstanceOf(Health.Workload.class);
        assertThat(all.getLast())
                .isEqualTo(
                        new Health.Unanswered("Kubernetes platform/well pods", "no answer in 3 s"));
        assertThat(simulator.faults().hits("list", "pods")).isPositive();
    }

    @Test
    void a_connection_that_breaks_is_told_in_words() {
        simulator.faults().reset("deployments");
        assertThat(health().of(well()))
                .extracting(h -> said(h))
                .containsExactly("the connection broke off before the answer");
    }

    @Test
    void more_pods_than_one_page_holds_are_all_counted() {
        simulator.deploy("many", 612);
        int before = simulator.faults().hits("list", "pods");
        assertThat(workload("many").pods()).hasSize(612).doesNotHaveDuplicates();
        assertThat(simulator.faults().hits("list", "pods") - before).isEqualTo(3);
    }

    private KubernetesHealth hurried() {
        return as(new SimulatedBench(simulator).settings(TOKEN, Duration.ofSeconds(3)));
    }

    private record SimulatedBench(KubernetesSimulator simulator) implements Bench {
        @Override
        public KubernetesSettings settings() {
            return settings(TOKEN, PATIENT);
        }

        @Override
        public KubernetesSettings withWrongToken() {
            return settings(Secret.parse("wrong"), PATIENT);
        }

        KubernetesSettings settings(Secret token, Duration timeout) {
            return new KubernetesSettings(
                    true,
                    Optional.empty(),
                    Optional.of(simulator.address()),
                    Optional.of(token),
                    Optional.empty(),
                    namespace(),
                    timeout);
        }

        @Override
        public String namespace() {
            return "platform";
        }

        @Override
        public String foreignNamespace() {
            return "kube-system";
        }

        @Override
        public void deploy(String name, Optional<PodFailure> failure) {
            simulator.deploy(name, 2);
            failure.ifPresent(f -> simulator.fail(name, f));
        }

        @Override
        public void close() {
            simulator.close();
        }
    }
}
