package io.frops.sandbox.alertmanager;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/// A webhook body, version 4, field for field as the real one sends it.
///
/// @param externalUrl the simulator's own address
record NotificationBody(Release release, Supplier<String> externalUrl) {
    private static final String NO_END = "0001-01-01T00:00:00Z";

    String of(Group group, Delivery delivery) {
        Instant at = delivery.flushedAt();
        List<StoredAlert> alerts = delivery.alerts().stream().sorted(order()).toList();
        boolean resolved = alerts.stream().allMatch(a -> a.resolved(at));
        ObjectNode body = StateJson.object();
        body.put("receiver", group.route().receiver());
        body.put("status", resolved ? "resolved" : "firing");
        ArrayNode list = body.putArray("alerts");
        alerts.forEach(a -> list.add(alert(a, at)));
        if (release == Release.V0_34) {
            body.put("notification_reason", delivery.reason().words());
        }
        body.set("groupLabels", StateJson.map(group.labels()));
        body.set("commonLabels", StateJson.map(common(alerts, StoredAlert::labels)));
        body.set("commonAnnotations", StateJson.map(common(alerts, StoredAlert::annotations)));
        if (release == Release.V0_34) {
            body.putObject("routeLabels");
        }
        return body.put("externalURL", externalUrl.get())
                .put("version", "4")
                .put("groupKey", group.key())
                .put("truncatedAlerts", 0)
                .toString();
    }

    private static ObjectNode alert(StoredAlert alert, Instant at) {
        boolean resolved = alert.resolved(at);
        ObjectNode node = StateJson.object();
        node.put("status", resolved ? "resolved" : "firing");
        node.set("labels", StateJson.map(alert.labels()));
        node.set("annotations", StateJson.map(alert.annotations()));
        return node.put("startsAt", alert.startsAt().toString())
                .put("endsAt", resolved ? alert.endsAt().toString() : NO_END)
                .put("generatorURL", alert.generatorUrl())
                .put("fingerprint", alert.fingerprint());
    }

    /// By job, then by instance, then by all labels.
    private static Comparator<StoredAlert> order() {
        return Comparator.comparing((StoredAlert a) -> a.labels().getOrDefault("job", ""))
                .thenComparing(a -> a.labels().getOrDefault("instance", ""))
                .thenComparing(a -> new TreeMap<>(a.labels()).toString());
    }

    private static Map<String, String> common(
            List<StoredAlert> alerts, Function<StoredAlert, Map<String, String>> part) {
        Map<String, String> common = new TreeMap<>(part.apply(alerts.getFirst()));
        alerts.forEach(a -> common.entrySet().retainAll(part.apply(a).entrySet()));
        return common;
    }
}
