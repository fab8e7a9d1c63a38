package io.frops.sandbox.kubernetes;

import io.frops.sandbox.platform.SampleService.PodFailure;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Events about pods as the API shows them: one a pod, counted up.
record EventObjects(Objects objects) {
    List<Map<String, Object>> about(Workload w, int index, Instant now) {
        return List.of(
                w.failure()
                        .map(f -> warning(f, w, index, now))
                        .orElseGet(() ->
                                event(
                                        w,
                                        index,
                                        "Normal",
                                        "Started",
                                        "Started container " + w.name(),
                                        w.since(),
                                        1)));
    }

    private Map<String, Object> warning(PodFailure failure, Workload w, int index, Instant now) {
        return switch (failure) {
            case CRASH, OUT_OF_MEMORY ->
                    event(
                            w,
                            index,
                            "Warning",
                            "BackOff",
                            "Back-off restarting failed container %s in pod %s_%s"
                                    .formatted(w.name(), w.pod(index), objects.namespace()),
                            now,
                            w.restarts(now));
            case IMAGE ->
                    event(
                            w,
                            index,
                            "Warning",
                            "Failed",
                            "Failed to pull image \"" + w.image() + "\": not found",
                            now,
                            3);
            case UNREADY ->
                    event(
                            w,
                            index,
                            "Warning",
                            "Unhealthy",
                            "Readiness probe failed: HTTP probe failed with statuscode: 503",
                            now,
                            6);
            case UNSCHEDULABLE ->
                    event(
                            w,
                            index,
                            "Warning",
                            "FailedScheduling",
                            "0/3 nodes are available: 3 Insufficient memory.",
                            now,
                            1);
        };
    }

    private Map<String, Object> event(
            Workload w,
            int index,
            String type,
            String reason,
            String message,
            Instant last,
            int count) {
        String pod = w.pod(index);
        return Json.object()
                .with("kind", "Event")
                .with("apiVersion", "v1")
                .with(
                        "metadata",
                        objects.metadata(
                                pod + "." + Ids.word(reason, index, 8),
                                "event",
                                w.since(),
                                Map.of()))
                .with(
                        "involvedObject",
                        Json.object()
                                .with("kind", "Pod")
                                .with("apiVersion", "v1")
                                .with("namespace", objects.namespace())
                                .with("name", pod)
                                .with("uid", Ids.uid("pod/" + pod)))
                .with("type", type)
                .with("reason", reason)
                .with("message", message)
                .with("source", Map.of("component", "kubelet"))
                .with("firstTimestamp", Json.time(w.since()))
                .with("lastTimestamp", Json.time(last))
                .with("count", count);
    }
}
