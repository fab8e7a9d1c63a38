package io.frops.commands.health;

import io.frops.core.platform.Health;
import java.util.List;
import java.util.Map;

/// The services' health for programs.
final class HealthData {
    private HealthData() {}

    static Map<String, Object> of(List<Checked> checked) {
        return Map.of("services", checked.stream().map(HealthData::service).toList());
    }

    private static Map<String, Object> service(Checked checked) {
        return Map.of(
                "name",
                checked.name(),
                "health",
                checked.state().word(),
                "evidence",
                checked.evidence().stream().map(HealthData::evidence).toList());
    }

    private static Map<String, Object> evidence(Health health) {
        return switch (health) {
            case Health.Probe(var address, var healthy, var status, var took, var detail) ->
                    Map.of(
                            "probe", address,
                            "healthy", healthy,
                            "status", status,
                            "milliseconds", took.toMillis(),
                            "detail", detail);
            case Health.Workload(var ns, var name, var wanted, var ready, var why, var pods) ->
                    Map.of(
                            "deployment", ns + "/" + name,
                            "wanted", wanted,
                            "ready", ready,
                            "detail", why,
                            "pods", pods.stream().map(HealthData::pod).toList());
            case Health.Unanswered(var source, var why) ->
                    Map.of("unanswered", source, "detail", why);
        };
    }

    private static Map<String, Object> pod(Health.Pod pod) {
        return Map.of(
                "name", pod.name(),
                "phase", pod.phase(),
                "ready", pod.ready(),
                "restarts", pod.restarts(),
                "detail", pod.why());
    }
}
