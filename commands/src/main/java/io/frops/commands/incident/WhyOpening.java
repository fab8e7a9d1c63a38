package io.frops.commands.incident;

import static io.frops.commands.say.Say.actor;

import io.frops.commands.say.Counts;
import io.frops.core.access.Actor;
import io.frops.core.chat.Text;
import io.frops.core.incident.GradedAlert;
import io.frops.core.incident.IncidentEvent.Opened;
import io.frops.core.incident.Origin;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why an incident was opened: whose word, under which identity, as how severe, for which service.
/// Pure.
final class WhyOpening {
    private static final int LONGEST_LABELS = 300;

    private WhyOpening() {}

    /// @param first the alerts that fired with the opening; none for what no alert told
    static Text of(Opened opened, List<GradedAlert> first) {
        return switch (opened.origin()) {
            case Origin.Alerting origin -> alerting(opened, origin, first);
            case Origin.Declared(var by) ->
                    actor(Actor.of(by))
                            .plain(" declared it as ")
                            .plain(opened.severity() + " for service " + service(opened))
                            .plain(": no notification opened it, so its identity is its own and")
                            .plain(" no alert joins it.");
            case Origin.Heartbeat(var source) ->
                    Text.of("Opened because the heartbeat of source " + source + " is missing")
                            .plain(": what a source cannot tell may be anything, so no alert")
                            .plain(" opened it. " + opened.severity() + " always.");
        };
    }

    private static Text alerting(Opened opened, Origin.Alerting origin, List<GradedAlert> first) {
        Map<String, String> common = origin.groupLabels();
        Text text =
                Text.of("Notification: source " + origin.source())
                        .plain(", receiver " + Counts.line(origin.receiver(), LONGEST_LABELS))
                        .plain(", group ")
                        .code(Counts.line(WhyAlerts.labels(common), LONGEST_LABELS))
                        .plain(", with " + Counts.of(first.size(), "firing alert") + ": ")
                        .then(
                                WhyAlerts.named(
                                        first.stream().map(a -> a.alert().labels()).toList(),
                                        common));
        return text.line()
                .plain("Identity: group ")
                .code(opened.group().value())
                .plain(" (source, receiver and group labels), of which none was open or")
                .plain(" could be reopened: a new incident.")
                .line()
                .then(severity(opened, WhyAlerts.worst(first), common))
                .line()
                .then(service(opened, WhyAlerts.worst(first)));
    }

    private static Text severity(
            Opened opened, @Nullable GradedAlert worst, Map<String, String> common) {
        Text text =
                Text.of(
                                "Severity: "
                                        + opened.severity()
                                        + " ("
                                        + opened.severity().word()
                                        + ") by ")
                        .plain(WhyAlerts.because(opened.basis(), worst));
        return worst == null
                ? text.plain(".")
                : text.plain(" of ")
                        .code(WhyAlerts.name(worst.alert().labels(), common))
                        .plain(", the worst that fired.");
    }

    private static Text service(Opened opened, @Nullable GradedAlert worst) {
        Text text = Text.of("Service: " + service(opened));
        if (worst == null) {
            return text.plain(".");
        }
        String label = worst.alert().labels().containsKey("service") ? "service" : "job";
        String told = Counts.line(worst.alert().label(label), 60);
        if (told.isBlank()) {
            return text.plain(": the alert has no label service or job.");
        }
        String alias = told.equals(opened.subject().service()) ? "." : ", an alias.";
        return text.plain(" by label " + label + "=" + told + alias);
    }

    private static String service(Opened opened) {
        return Counts.line(opened.subject().service(), 60);
    }
}
