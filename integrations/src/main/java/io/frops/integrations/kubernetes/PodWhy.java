package io.frops.integrations.kubernetes;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Why a pod is not ready, or was restarted, from what its status says.
final class PodWhy {
    private PodWhy() {}

    /// Empty when the status has no reason to give.
    static String of(Pod pod) {
        PodStatus status = pod.getStatus();
        String why =
                Stream.of(
                                terminating(pod),
                                Words.joined(status.getReason(), status.getMessage()),
                                unschedulable(status),
                                containers(status))
                        .filter(s -> !s.isEmpty())
                        .collect(Collectors.joining("; "));
        return why.isEmpty() ? "" : Words.safe(why);
    }

    static boolean ready(Pod pod) {
        return condition(pod.getStatus(), "Ready")
                .filter(c -> "True".equals(c.getStatus()))
                .isPresent();
    }

    /// What is left to say of a pod that runs but takes no traffic: its condition, which says less
    /// than the event of the failed probe.
    static String unready(Pod pod) {
        return condition(pod.getStatus(), "Ready")
                .filter(c -> !"True".equals(c.getStatus()))
                .map(c -> "not ready: " + Words.safe(c.getMessage()))
                .orElse("");
    }

    private static String terminating(Pod pod) {
        return pod.getMetadata().getDeletionTimestamp() == null ? "" : "being deleted";
    }

    private static String unschedulable(PodStatus status) {
        return condition(status, "PodScheduled")
                .filter(c -> "False".equals(c.getStatus()))
                .map(c -> Words.joined(c.getReason(), c.getMessage()))
                .orElse("");
    }

    private static Optional<PodCondition> condition(PodStatus status, String type) {
        return status.getConditions().stream().filter(c -> type.equals(c.getType())).findFirst();
    }

    private static String containers(PodStatus status) {
        List<ContainerStatus> all =
                Stream.concat(
                                status.getInitContainerStatuses().stream()
                                        .filter(c -> !finishedWell(c)),
                                status.getContainerStatuses().stream())
                        .toList();
        return all.stream()
                .map(c -> container(c, all.size() > 1))
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static boolean finishedWell(ContainerStatus c) {
        return c.getState() != null
                && c.getState().getTerminated() != null
                && Integer.valueOf(0).equals(c.getState().getTerminated().getExitCode());
    }

    private static String container(ContainerStatus c, boolean named) {
        String why =
                Stream.of(now(c.getState()), before(c.getLastState()))
                        .filter(s -> !s.isEmpty())
                        .collect(Collectors.joining(", "));
        return why.isEmpty() ? "" : named ? c.getName() + ": " + why : why;
    }

    private static String now(@Nullable ContainerState state) {
        if (state == null) {
            return "";
        }
        ContainerStateWaiting waiting = state.getWaiting();
        if (waiting != null) {
            return Words.joined(waiting.getReason(), waiting.getMessage());
        }
        return state.getTerminated() == null ? "" : "ended: " + exit(state.getTerminated());
    }

    private static String before(@Nullable ContainerState last) {
        return last == null || last.getTerminated() == null
                ? ""
                : "last ended: " + exit(last.getTerminated());
    }

    /// `OOMKilled, exit code 137 at 2026-03-01T10:00:00Z` (UTC), so that an old end is told from a
    /// new one.
    private static String exit(ContainerStateTerminated end) {
        String reason = end.getReason() == null ? "ended" : end.getReason();
        String signal = end.getSignal() == null ? "" : ", signal " + end.getSignal();
        String when = end.getFinishedAt() == null ? "" : " at " + end.getFinishedAt();
        return reason + ", exit code " + end.getExitCode() + signal + when;
    }
}
