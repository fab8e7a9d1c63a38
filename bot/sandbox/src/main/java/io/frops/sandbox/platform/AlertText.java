package io.frops.sandbox.platform;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Labels, annotations and links of a service's alert, as Prometheus would fill the guide's rules.
record AlertText(SampleService service, URI base) {
    static final String CLUSTER = "sandbox";

    Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("alertname", service.alert().name());
        labels.put("service", service.name());
        labels.put("job", service.scrape().job());
        labels.put("cluster", CLUSTER);
        labels.put("instance", service.scrape().instance());
        labels.put("severity", service.alert().severity());
        if (!service.alert().sev().isEmpty()) {
            labels.put("sev", service.alert().sev());
        }
        return labels;
    }

    Map<String, String> annotations() {
        return Map.of(
                "summary", service.alert().summary(),
                "description", service.alert().description(),
                "runbook_url", runbook().toString(),
                "dashboard_url", dashboard().toString());
    }

    URI runbook() {
        return URI.create(base + "/runbooks/" + service.name());
    }

    URI dashboard() {
        return URI.create(base + "/dashboards/" + service.name());
    }

    URI health() {
        return URI.create(base + "/services/" + service.name() + "/health");
    }

    /// Where Prometheus would show the rule's query as a graph.
    URI graph() {
        return URI.create(
                base
                        + "/graph?g0.expr="
                        + URLEncoder.encode(service.alert().expression(), StandardCharsets.UTF_8)
                        + "&g0.tab=0");
    }
}
