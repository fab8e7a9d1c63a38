package io.frops.sandbox.kubernetes;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Deployments, services and namespaces as the API shows them.
record Objects(String namespace, String version) {
    Map<String, Object> deployment(Workload w) {
        return Json.object()
                .with("kind", "Deployment")
                .with("apiVersion", "apps/v1")
                .with("metadata", metadata(w.name(), "deployment", w.created(), w.labels()))
                .with(
                        "spec",
                        Json.object()
                                .with("replicas", w.replicas())
                                .with("selector", Map.of("matchLabels", w.labels()))
                                .with("template", template(w))
                                .with("strategy", Map.of("type", "RollingUpdate"))
                                .with("progressDeadlineSeconds", 600))
                .with("status", deploymentStatus(w));
    }

    private static Map<String, Object> template(Workload w) {
        return Json.object()
                .with("metadata", Map.of("labels", w.labels()))
                .with("spec", PodObjects.spec(w));
    }

    private static Map<String, Object> deploymentStatus(Workload w) {
        boolean well = w.ready() == w.replicas();
        Map<String, Object> status =
                Json.object()
                        .with("observedGeneration", 1)
                        .with("replicas", w.replicas())
                        .with("updatedReplicas", w.replicas())
                        .with(
                                "conditions",
                                List.of(
                                        condition(
                                                "Available",
                                                well,
                                                well
                                                        ? "MinimumReplicasAvailable"
                                                        : "MinimumReplicasUnavailable",
                                                w.since()),
                                        condition(
                                                "Progressing",
                                                true,
                                                "NewReplicaSetAvailable",
                                                w.created())));
        if (well) {
            status.put("readyReplicas", w.ready());
            status.put("availableReplicas", w.ready());
        } else {
            status.put("unavailableReplicas", w.replicas());
        }
        return status;
    }

    private static Map<String, Object> condition(
            String type, boolean holds, String reason, Instant since) {
        return Json.object()
                .with("type", type)
                .with("status", holds ? "True" : "False")
                .with("lastTransitionTime", Json.time(since))
                .with("lastUpdateTime", Json.time(since))
                .with("reason", reason);
    }

    Map<String, Object> service(Workload w) {
        return Json.object()
                .with("kind", "Service")
                .with("apiVersion", "v1")
                .with("metadata", metadata(w.name(), "service", w.created(), w.labels()))
                .with(
                        "spec",
                        Json.object()
                                .with("type", "ClusterIP")
                                .with(
                                        "clusterIP",
                                        "10.96.0." + (10 + Math.floorMod(w.name().hashCode(), 200)))
                                .with("selector", w.labels())
                                .with(
                                        "ports",
                                        List.of(
                                                Json.object()
                                                        .with("name", "http")
                                                        .with("port", 80)
                                                        .with("targetPort", "http")
                                                        .with("protocol", "TCP"))));
    }

    Map<String, Object> namespace(String name, Instant created) {
        Map<String, Object> metadata =
                new LinkedHashMap<>(metadata(name, "namespace", created, Map.of()));
        metadata.remove("namespace");
        metadata.put("labels", Map.of("kubernetes.io/metadata.name", name));
        return Json.object()
                .with("kind", "Namespace")
                .with("apiVersion", "v1")
                .with("metadata", metadata)
                .with("spec", Map.of("finalizers", List.of("kubernetes")))
                .with("status", Map.of("phase", "Active"));
    }

    Map<String, Object> metadata(
            String name, String kind, Instant created, Map<String, String> labels) {
        return Json.object()
                .with("name", name)
                .with("namespace", namespace)
                .with("uid", Ids.uid(kind + "/" + name))
                .with("resourceVersion", version)
                .with("creationTimestamp", Json.time(created))
                .with("labels", labels);
    }
}
