package io.frops.app.doctor;

import io.frops.core.platform.Health;
import io.frops.core.platform.Service;
import io.frops.integrations.http.HttpProbes;
import io.frops.integrations.http.ProbeSettings;
import io.frops.integrations.http.SharedClient;
import java.util.List;

/// A service's health addresses. A service that is down is the platform's trouble, not the setup's:
/// never more than a warning.
final class ServiceCheck implements Check {
    private final Service service;
    private final ProbeSettings settings;
    private final SharedClient http;

    ServiceCheck(Service service, ProbeSettings settings, SharedClient http) {
        this.service = service;
        this.settings = settings;
        this.http = http;
    }

    @Override
    public String system() {
        return "Service " + service.name().value();
    }

    @Override
    public List<Finding> findings() {
        try (HttpProbes probes = new HttpProbes(settings, http)) {
            return probes.of(service).stream().map(this::finding).toList();
        }
    }

    private Finding finding(Health health) {
        return switch (health) {
            case Health.Probe(var address, var healthy, var status, _, var detail) ->
                    healthy
                            ? Finding.ok(system(), address + " answers " + status)
                            : unreachable(address + " " + detail);
            case Health.Unanswered(var source, var why) -> unreachable(source + ": " + why);
            case Health.Workload workload -> Finding.ok(system(), workload.deployment());
        };
    }

    private Finding unreachable(String seen) {
        return Finding.warning(
                system(),
                seen,
                "If the service is well, correct services.health or let this machine reach it.");
    }
}
