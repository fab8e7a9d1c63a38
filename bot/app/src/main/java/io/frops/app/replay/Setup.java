package io.frops.app.replay;

import io.frops.app.settings.Settings;
import io.frops.core.alert.Alert;
import io.frops.core.alert.SourceName;
import io.frops.core.incident.IncidentDecider;
import io.frops.core.incident.IncidentRules;
import io.frops.core.intake.Grader;
import io.frops.core.intake.Heartbeat;
import io.frops.core.notify.Routes;
import io.frops.core.oncall.People;
import java.util.List;

/// What of a configuration decides about incidents.
public record Setup(
        IncidentRules rules,
        Grader grader,
        List<Heartbeat> heartbeats,
        Routes routes,
        People people) {
    public Setup {
        heartbeats = List.copyOf(heartbeats);
    }

    static Setup of(Settings settings) {
        return new Setup(
                settings.rules(),
                new Grader(settings.severity().severityRules(), settings.platform()),
                settings.alertmanagers().stream()
                        .flatMap(a -> a.heartbeatRules().stream())
                        .toList(),
                settings.routing().routes(),
                settings.answering());
    }

    IncidentDecider decider() {
        return new IncidentDecider(rules);
    }

    boolean isHeartbeat(SourceName source, Alert alert) {
        return heartbeats.stream()
                .filter(h -> h.source().equals(source))
                .anyMatch(h -> h.matchers().stream().allMatch(m -> m.matches(alert.labels())));
    }
}
