package io.frops.app.settings;

import io.frops.config.Complaint;
import io.frops.config.Words;
import io.frops.core.incident.Ladder;
import io.frops.core.platform.ServiceName;
import io.frops.integrations.alertmanager.AlertmanagerSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What no single section can see: names that are used but nowhere defined, and those given twice.
final class CrossChecks {
    private CrossChecks() {}

    static List<Complaint> complaints(Sections sections) {
        return Stream.of(
                        sections.alertmanagers().map(CrossChecks::alertmanagers),
                        sections.people().map(Twice::people),
                        sections.services().map(Twice::services),
                        sections.access().map(Twice::grants),
                        sections.routing().flatMap(r -> sections.services().map(s -> routes(r, s))),
                        sections.escalation().map(CrossChecks::escalation))
                .flatMap(Optional::stream)
                .flatMap(List::stream)
                .toList();
    }

    private static List<Complaint> alertmanagers(List<AlertmanagerSettings> sources) {
        return sources.isEmpty()
                ? List.of(
                        new Complaint(
                                "alertmanagers",
                                "alertmanagers: nothing may send alerts to this bot.",
                                "Add \"alertmanagers:\" with \"- token: ${FROPS_WEBHOOK_TOKEN}\" below it."))
                : Twice.sources(sources);
    }

    private static List<Complaint> routes(RoutingSettings routing, List<ServiceSettings> services) {
        List<String> known = services.stream().map(s -> s.name().value()).toList();
        return routing.byService().keySet().stream()
                .map(ServiceName::value)
                .filter(name -> !known.contains(name))
                .map(name ->
                        new Complaint(
                                "routing.by-service." + name,
                                "\""
                                        + name
                                        + "\" is no service of the section \"services\"."
                                        + meant(name, known),
                                known.isEmpty()
                                        ? "Add it under \"services:\"."
                                        : "Known: " + String.join(", ", known) + "."))
                .toList();
    }

    private static String meant(String name, List<String> known) {
        return Words.nearest(name, known).map(word -> " Did you mean \"" + word + "\"?").orElse("");
    }

    private static List<Complaint> escalation(Map<?, List<Duration>> escalation) {
        List<Complaint> complaints = new ArrayList<>();
        escalation.forEach((severity, times) -> {
            String path = "escalation." + severity;
            if (times.size() > Ladder.TOP) {
                complaints.add(
                        new Complaint(
                                path,
                                path + " has more than four times.",
                                "Write one a level: there are four."));
            }
            if (!times.stream().sorted().toList().equals(times)) {
                complaints.add(
                        new Complaint(
                                path,
                                path + " does not rise.",
                                "Write later levels later, for example [0m, 5m, 15m]."));
            }
        });
        return complaints;
    }
}
