package io.frops.checks.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Webhook bodies as Alertmanager 0.25 sends them.
public final class Bodies {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NEVER = "0001-01-01T00:00:00Z";

    private final String group;
    private final List<Map<String, Object>> alerts = new ArrayList<>();
    private final Map<String, Object> more = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final Set<String> without = new HashSet<>();
    private String summary = "5xx above 5%";

    private Bodies(String group) {
        this.group = group;
        labels.put("service", "backend");
        labels.put("severity", "critical");
    }

    public static Bodies of(String group) {
        return new Bodies(group);
    }

    /// For the alerts that follow.
    public Bodies label(String name, String value) {
        labels.put(name, value);
        return this;
    }

    public Bodies summary(String text) {
        summary = text;
        return this;
    }

    /// A field of the body itself.
    public Bodies field(String name, Object value) {
        more.put(name, value);
        return this;
    }

    public Bodies without(String name) {
        without.add(name);
        return this;
    }

    public Bodies firing(String fingerprint, Instant startsAt) {
        return alert("firing", fingerprint, startsAt, NEVER);
    }

    public Bodies resolved(String fingerprint, Instant startsAt, Instant endsAt) {
        return alert("resolved", fingerprint, startsAt, endsAt.toString());
    }

    private Bodies alert(String status, String fingerprint, Instant startsAt, String endsAt) {
        Map<String, String> own = new LinkedHashMap<>(labels);
        own.put("alertname", group);
        own.put("instance", fingerprint);
        alerts.add(
                Map.of(
                        "status", status,
                        "labels", own,
                        "annotations", Map.of("summary", summary),
                        "startsAt", startsAt.toString(),
                        "endsAt", endsAt,
                        "generatorURL", "http://prometheus.example.com/graph",
                        "fingerprint", fingerprint));
        return this;
    }

    public String json() {
        Map<String, Object> body = new LinkedHashMap<>();
        boolean firing = alerts.stream().anyMatch(a -> "firing".equals(a.get("status")));
        body.put("receiver", "frops");
        body.put("status", firing ? "firing" : "resolved");
        body.put("alerts", alerts);
        body.put("groupLabels", Map.of("alertname", group));
        body.put("commonLabels", Map.of("alertname", group));
        body.put("commonAnnotations", Map.of());
        body.put("externalURL", "http://alertmanager.example.com:9093");
        body.put("version", "4");
        body.put("groupKey", "{}:{alertname=\"" + group + "\"}");
        body.put("truncatedAlerts", 0);
        body.putAll(more);
        body.keySet().removeAll(without);
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
