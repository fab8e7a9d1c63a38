package io.frops.app.doctor;

import io.frops.core.alert.LabelMatcher;
import io.frops.core.failure.IntegrationException;
import io.frops.integrations.alertmanager.AlertmanagerSettings;
import io.frops.integrations.alertmanager.AlertmanagerSource;
import io.frops.integrations.http.SharedClient;
import java.time.InstantSource;
import java.util.List;

/// An alert source as a whole: can it be asked, and would its silence be noticed?
final class SourceCheck implements Check {
    private final AlertmanagerSettings settings;
    private final AlertmanagerSource source;

    SourceCheck(AlertmanagerSettings settings, SharedClient http, InstantSource clock) {
        this.settings = settings;
        source = new AlertmanagerSource(settings, http, clock);
    }

    @Override
    public String system() {
        return "Alerts from " + settings.name();
    }

    @Override
    public List<Finding> findings() {
        if (settings.members().isEmpty()) {
            return List.of(
                    Finding.warning(
                            system(),
                            "it has no members, so a notification that is lost is never made up for",
                            "Name the Alertmanagers' addresses in alertmanagers.members."));
        }
        return settings.heartbeat()
                .map(beat -> List.of(heartbeat(beat)))
                .orElseGet(() ->
                        List.of(
                                Finding.warning(
                                        system(),
                                        "it has no heartbeat, so a silent Prometheus looks like a healthy platform",
                                        "Let an alert always fire (Watchdog) and name it in alertmanagers.heartbeat.")));
    }

    private Finding heartbeat(AlertmanagerSettings.Heartbeat beat) {
        List<LabelMatcher> labels =
                beat.matchers().entrySet().stream()
                        .map(e -> new LabelMatcher(e.getKey(), e.getValue()))
                        .toList();
        try {
            return source.wouldMute(labels).isEmpty()
                    ? Finding.warning(
                            system(),
                            "the heartbeat " + beat.matchers() + " does not fire now",
                            "See whether Prometheus runs and sends to this Alertmanager, or correct"
                                    + " alertmanagers.heartbeat.")
                    : Finding.ok(system(), "the heartbeat " + beat.matchers() + " fires");
        } catch (IntegrationException e) {
            return Finding.warning(
                    system(),
                    "whether the heartbeat fires is unknown: " + e.safeMessage(),
                    "See the Alertmanager above.");
        }
    }
}
