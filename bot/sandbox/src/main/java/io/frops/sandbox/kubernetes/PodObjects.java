package io.frops.sandbox.kubernetes;

import io.frops.sandbox.platform.SampleService.PodFailure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Pods as the API shows them.
record PodObjects(Objects objects) {
    private static final String NO_ROOM =
            "0/3 nodes are available: 3 Insufficient memory. preemption: 0/3 nodes are available: 3"
                    + " No preemption victims found for incoming pod.";

    Map<String, Object> pod(Workload w, int index, Instant now) {
        Map<String, Object> metadata =
                objects.metadata(w.pod(index), "pod", w.since(), w.podLabels());
        metadata.put("generateName", w.replicaSet() + "-");
        metadata.put(
                "ownerReferences",
                List.of(
                        Json.object()
                                .with("apiVersion", "apps/v1")
                                .with("kind", "ReplicaSet")
                                .with("name", w.replicaSet())
                                .with("uid", Ids.uid("replicaset/" + w.name()))
                                .with("controller", true)
                                .with("blockOwnerDeletion", true)));
        return Json.object()
                .with("kind", "Pod")
                .with("apiVersion", "v1")
                .with("metadata", metadata)
                .with("spec", spec(w))
                .with("status", status(w, now));
    }

    static Map<String, Object> spec(Workload w) {
        return Json.object()
                .with(
                        "containers",
                        List.of(
                                Json.object()
                                        .with("name", w.name())
                                        .with("image", w.image())
                                        .with(
                                                "ports",
                                                List.of(
                                                        Json.object()
                                                                .with("name", "http")
                                                                .with("containerPort", 8080)))
                                        .with(
                                                "readinessProbe",
                                                Map.of(
                                                        "httpGet",
                                                        Map.of(
                                                                "path", "/health", "port",
                                                                "http")))))
                .with("restartPolicy", "Always");
    }

    private static Map<String, Object> status(Workload w, Instant now) {
        boolean placed = !w.failure().equals(Optional.of(PodFailure.UNSCHEDULABLE));
        boolean runs = placed && !w.failure().equals(Optional.of(PodFailure.IMAGE));
        Map<String, Object> status =
                Json.object()
                        .with("phase", runs ? "Running" : "Pending")
                        .with("conditions", placed ? conditions(w) : List.of(unschedulable(w)));
        if (placed) {
            status.put("startTime", Json.time(w.since()));
            status.put("containerStatuses", List.of(container(w, now)));
        }
        return status;
    }

    private static List<Map<String, Object>> conditions(Workload w) {
        boolean ready = w.failure().isEmpty();
        return List.of(
                condition("PodScheduled", true, w),
                condition("Initialized", true, w),
                condition("ContainersReady", ready, w),
                condition("Ready", ready, w));
    }

    private static Map<String, Object> condition(String type, boolean holds, Workload w) {
        Map<String, Object> condition =
                Json.object()
                        .with("type", type)
                        .with("status", holds ? "True" : "False")
                        .with("lastTransitionTime", Json.time(w.since()));
        if (!holds) {
            condition.put("reason", "ContainersNotReady");
            condition.put("message", "containers with unready status: [" + w.name() + "]");
        }
        return condition;
    }

    private static Map<String, Object> unschedulable(Workload w) {
        return Json.object()
                .with("type", "PodScheduled")
                .with("status", "False")
                .with("lastTransitionTime", Json.time(w.since()))
                .with("reason", "Unschedulable")
                .with("message", NO_ROOM);
    }

    private static Map<String, Object> container(Workload w, Instant now) {
        boolean ends = w.failure().filter(PodObjects::ends).isPresent();
        boolean runs = !ends && !w.failure().equals(Optional.of(PodFailure.IMAGE));
        Map<String, Object> status =
                Json.object()
                        .with("name", w.name())
                        .with("image", w.image())
                        .with("imageID", runs || ends ? "sha256:" + Ids.uid(w.image()) : "")
                        .with("ready", w.failure().isEmpty())
                        .with("started", runs)
                        .with("restartCount", ends ? w.restarts(now) : 0)
                        .with(
                                "state",
                                w.failure().map(f -> state(f, w, now)).orElseGet(() -> running(w)));
        if (ends) {
            status.put("lastState", lastState(w, now));
        }
        return status;
    }

    private static Map<String, Object> running(Workload w) {
        return Map.of("running", Map.of("startedAt", Json.time(w.since())));
    }

    private static Map<String, Object> state(PodFailure failure, Workload w, Instant now) {
        return switch (failure) {
            case CRASH, OUT_OF_MEMORY ->
                    waiting(
                            "CrashLoopBackOff",
                            "back-off %ds restarting failed container=%s"
                                    .formatted(w.backOff(now), w.name()));
            case IMAGE ->
                    waiting("ImagePullBackOff", "Back-off pulling image \"" + w.image() + "\"");
            case UNREADY, UNSCHEDULABLE -> running(w);
        };
    }

    private static Map<String, Object> waiting(String reason, String message) {
        return Map.of("waiting", Json.object().with("reason", reason).with("message", message));
    }

    private static Map<String, Object> lastState(Workload w, Instant now) {
        boolean memory = w.failure().equals(Optional.of(PodFailure.OUT_OF_MEMORY));
        return Map.of(
                "terminated",
                Json.object()
                        .with("exitCode", memory ? 137 : 1)
                        .with("reason", memory ? "OOMKilled" : "Error")
                        .with("startedAt", Json.time(w.since()))
                        .with("finishedAt", Json.time(now)));
    }

    private static boolean ends(PodFailure failure) {
        return failure == PodFailure.CRASH || failure == PodFailure.OUT_OF_MEMORY;
    }
}
