package io.frops.commands.incident;

import io.frops.core.access.Actor;
import io.frops.core.incident.Incident;
import io.frops.core.incident.Phase;
import io.frops.core.incident.Phase.Ack;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An incident for programs. Times are ISO 8601, UTC.
final class IncidentData {
    private IncidentData() {}

    static Map<String, @Nullable Object> of(Incident incident) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("id", incident.id().toString());
        data.put("state", incident.phase().word());
        data.put("severity", incident.severity().name());
        data.put("level", incident.ladder().level());
        data.put("service", incident.subject().service());
        data.put("summary", incident.subject().summary());
        data.put("openedAt", incident.subject().openedAt().toString());
        data.put(
                "alerts",
                Map.of("firing", incident.firing(), "resolved", incident.alerts().clearedCount()));
        switch (incident.phase()) {
            case Phase.Acknowledged(var ack) -> taken(data, ack);
            case Phase.Mitigated(var at, var ack) -> {
                data.put("mitigatedAt", at.toString());
                taken(data, ack);
            }
            case Phase.Resolved(var by, var at, _) -> {
                data.put("resolvedBy", name(by));
                data.put("resolvedAt", at.toString());
            }
            case Phase.Merged(var target, _, _) -> data.put("mergedInto", target.toString());
            case Phase.Open _ -> {}
        }
        return data;
    }

    private static void taken(Map<String, @Nullable Object> data, @Nullable Ack ack) {
        if (ack != null) {
            data.put("acknowledgedBy", name(ack.by()));
            data.put("acknowledgedAt", ack.at().toString());
        }
    }

    private static String name(Actor actor) {
        return switch (actor) {
            case Actor.Human(var id) -> id.value();
            case Actor.Bot _ -> "frops";
        };
    }
}
