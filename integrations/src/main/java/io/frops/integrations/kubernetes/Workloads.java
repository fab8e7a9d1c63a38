package io.frops.integrations.kubernetes;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.frops.core.platform.Health;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts what the API says into the domain's words.
final class Workloads {
    /// Waiting reasons of a pod that is merely starting - or stuck, which only its events tell.
    private static final Set<String> STARTING = Set.of("ContainerCreating", "PodInitializing");

    private Workloads() {}

    static Health.Workload of(Deployment deployment, List<Pod> pods, Warnings warnings) {
        Integer wanted = deployment.getSpec().getReplicas();
        DeploymentStatus status = deployment.getStatus();
        Integer ready = status == null ? null : status.getReadyReplicas();
        return new Health.Workload(
                deployment.getMetadata().getNamespace(),
                deployment.getMetadata().getName(),
                Objects.requireNonNullElse(wanted, 1),
                Objects.requireNonNullElse(ready, 0),
                why(deployment),
                pods.stream()
                        .map(p -> pod(p, warnings))
                        .sorted(
                                Comparator.comparing(Health.Pod::ready)
                                        .thenComparing(
                                                Health.Pod::restarts, Comparator.reverseOrder())
                                        .thenComparing(Health.Pod::name))
                        .toList());
    }

    /// Whether only events could tell why this pod takes no traffic.
    static boolean saysTooLittle(Pod pod) {
        return !PodWhy.ready(pod) && !finished(pod) && (PodWhy.of(pod).isEmpty() || starting(pod));
    }

    private static Health.Pod pod(Pod pod, Warnings warnings) {
        String why = PodWhy.of(pod);
        if (saysTooLittle(pod)) {
            String told = warnings.of(pod);
            why =
                    Stream.of(why.isEmpty() ? PodWhy.unready(pod) : why, told)
                            .filter(s -> !s.isEmpty())
                            .collect(Collectors.joining("; "));
        }
        return new Health.Pod(
                pod.getMetadata().getName(),
                Objects.requireNonNullElse(pod.getStatus().getPhase(), "Unknown"),
                PodWhy.ready(pod),
                statuses(pod).mapToInt(c -> restarts(c)).sum(),
                why);
    }

    private static boolean finished(Pod pod) {
        return "Succeeded".equals(pod.getStatus().getPhase())
                || "Failed".equals(pod.getStatus().getPhase());
    }

    private static boolean starting(Pod pod) {
        return statuses(pod)
                .map(ContainerStatus::getState)
                .filter(Objects::nonNull)
                .anyMatch(s ->
                        s.getWaiting() != null && STARTING.contains(s.getWaiting().getReason()));
    }

    private static int restarts(ContainerStatus c) {
        return Objects.requireNonNullElse(c.getRestartCount(), 0);
    }

    private static Stream<ContainerStatus> statuses(Pod pod) {
        return Stream.concat(
                pod.getStatus().getInitContainerStatuses().stream(),
                pod.getStatus().getContainerStatuses().stream());
    }

    private static String why(Deployment deployment) {
        List<DeploymentCondition> conditions =
                deployment.getStatus() == null ? List.of() : deployment.getStatus().getConditions();
        return conditions.stream()
                .filter(Workloads::isTrouble)
                .map(c -> Words.joined(c.getReason(), c.getMessage()))
                .collect(Collectors.joining("; "));
    }

    private static boolean isTrouble(DeploymentCondition c) {
        return ("ReplicaFailure".equals(c.getType()) && "True".equals(c.getStatus()))
                || ("Progressing".equals(c.getType()) && "False".equals(c.getStatus()));
    }
}
