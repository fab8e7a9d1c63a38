package io.frops.app.settings;

import io.frops.config.Complaint;
import io.frops.config.Words;
import io.frops.core.incident.Ladder;
import io.frops.core.platform.ServiceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What no single section can see: names that are used but nowhere defined, and those given twice.
final class CrossChecks {
    private CrossChecks() {}

    static List<Complaint> complaints(Settings settings) {
        return Stream.of(
                        alertmanagers(settings),
                        Twice.people(settings.people()),
                        Twice.services(settings.services()),
                        Twice.grants(settings.access()),
                        routes(settings),
                        escalation(settings.escalation()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Complaint> alertmanagers(Settings settings) {
        if (settings.alertmanagers().isEmpty()) {
            return List.of(
                    new Complaint(
                            "alertmanagers",
                            "alertmanagers: nothing may send alerts to this bot.",
                            "Add \"alertmanagers:\" with \"- token: ${FROPS_WEBHOOK_TOKEN}\" below it."));
        }
        return Twice.sources(settings.alertmanagers());
    }

    private static List<Complaint> routes(Settings settings) {
        List<String> known = settings.services().stream().map(s -> s.name().value()).toList();
        return settings.routing().byService().keySet().stream()
                .map(ServiceName::value)
                .filter(name -> !known.contains(name))
                .map(name ->
                        new Complaint(
                                "routing.by-service." + name,
                                "\""
                                        + name
                                        + "\" is no service of the section \"services\"."
                                        + meant(name, known),
                                "Known: " + String.join(", ", known) + "."))
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
