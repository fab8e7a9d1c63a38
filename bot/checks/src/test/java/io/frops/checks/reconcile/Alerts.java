package io.frops.checks.reconcile;

import io.frops.checks.world.Http;
import io.frops.core.alert.AlertPoster;
import io.frops.core.testing.Eventually;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// What Prometheus and people tell a real Alertmanager, and what it lists. An alert is of the
/// backend and a warning unless its labels say more.
final class Alerts implements AutoCloseable {
    private final AlertPoster poster;
    private final Http direct;

    Alerts(URI alertmanager) {
        poster = new AlertPoster(alertmanager);
        direct = new Http(alertmanager);
    }

    /// Alertmanager's time.
    Instant now() {
        return poster.now();
    }

    void fire(String name, Instant startsAt, String... more) {
        poster.post(labels(name, more), startsAt, null);
    }

    /// Fires until then unless it is sent again, as Prometheus' alerts do.
    void fireUntil(String name, Instant startsAt, Instant endsAt, String... more) {
        poster.post(labels(name, more), startsAt, endsAt);
    }

    void resolve(String name, Instant startsAt, String... more) {
        poster.post(labels(name, more), startsAt, now());
    }

    private static Map<String, String> labels(String name, String... more) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("alertname", name);
        labels.put("service", "backend");
        labels.put("severity", "warning");
        for (int i = 0; i < more.length; i += 2) {
            labels.put(more[i], more[i + 1]);
        }
        return labels;
    }

    void silence(String name) {
        Instant now = now();
        String body =
                """
                {"matchers": [{"name": "alertname", "value": "%s", "isRegex": false, "isEqual": true}],
                 "startsAt": "%s", "endsAt": "%s", "createdBy": "ana", "comment": "planned"}
                """
                        .formatted(name, now, now.plusSeconds(3600));
        Http.Answer answer =
                direct.post("/api/v2/silences", body, Map.of("Content-Type", "application/json"));
        if (answer.status() != 200) {
            throw new AssertionError(answer.body());
        }
    }

    /// How many alerts Alertmanager lists, with this in their state if it is not empty.
    long held(String state) {
        long count = 0;
        for (var alert : direct.get("/api/v2/alerts").json()) {
            String its = alert.at("/status/state").asText();
            count += state.isEmpty() || its.equals(state) ? 1 : 0;
        }
        return count;
    }

    /// Of the one alert of this name.
    String fingerprint(String name) {
        for (var alert : direct.get("/api/v2/alerts").json()) {
            if (alert.at("/labels/alertname").asText().equals(name)) {
                return alert.path("fingerprint").asText();
            }
        }
        throw new AssertionError("it does not hold " + name);
    }

    void awaitHeld(int count) {
        Eventually.await(count + " alerts are held", Scene.PATIENCE, () -> held("") == count);
    }

    @Override
    public void close() {
        poster.close();
    }
}
