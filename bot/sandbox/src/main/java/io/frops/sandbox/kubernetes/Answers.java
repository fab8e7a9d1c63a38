package io.frops.sandbox.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Answers calls that were let through.
record Answers(Cluster cluster) {
    private static final Map<String, String> KINDS =
            Map.of(
                    "deployments.apps", "Deployment",
                    "services", "Service",
                    "pods", "Pod",
                    "events", "Event",
                    "namespaces", "Namespace");

    /// @throws Refusal for what does not exist or cannot be read
    Map<String, Object> read(ApiCall.Resource call, Map<String, String> query) {
        String version = cluster.version();
        List<Map<String, Object>> all = cluster.list(call.type(), version);
        if (call.verb().equals("get")) {
            return all.stream()
                    .filter(o -> Json.at(o, "metadata.name").equals(call.name()))
                    .findFirst()
                    .orElseThrow(() -> Refusal.notFound(call));
        }
        String labels = query.getOrDefault("labelSelector", "");
        String fields = query.getOrDefault("fieldSelector", "");
        Predicate<Map<String, String>> byLabel = LabelSelector.parse(labels);
        Predicate<Map<String, Object>> byField = FieldSelector.parse(call.type(), fields);
        List<Map<String, Object>> found =
                all.stream().filter(o -> byLabel.test(labels(o))).filter(byField).toList();
        return Pages.page(
                KINDS.getOrDefault(call.qualified(), ""),
                call.group().isEmpty() ? "v1" : call.group() + "/v1",
                version,
                found,
                query,
                !labels.isEmpty() || !fields.isEmpty());
    }

    @SuppressWarnings("unchecked") // made by Objects, with text for keys and values
    private static Map<String, String> labels(Map<String, Object> object) {
        Map<String, Object> metadata =
                (Map<String, Object>) object.getOrDefault("metadata", Map.of());
        return (Map<String, String>) metadata.getOrDefault("labels", Map.of());
    }
}
