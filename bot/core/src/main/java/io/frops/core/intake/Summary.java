package io.frops.core.intake;

import io.frops.core.alert.Alert;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// One sentence for people of what a group of alerts is about.
final class Summary {
    private static final int LONGEST = 250;

    private Summary() {}

    /// The alerts' own summary where they agree, else the alert's name with its service and the
    /// first summary.
    static String of(List<Alert> firing, String service) {
        Set<String> told =
                firing.stream()
                        .map(Summary::told)
                        .filter(s -> !s.isBlank())
                        .collect(Collectors.toUnmodifiableSet());
        if (told.size() == 1) {
            return cut(told.iterator().next());
        }
        String name = firing.getFirst().label("alertname");
        String head = name.isBlank() ? "Alerts of " + service : name + " on " + service;
        return cut(firing.size() > 1 ? head + " (" + firing.size() + " alerts)" : head);
    }

    private static String told(Alert alert) {
        String summary = alert.annotation("summary");
        return summary.isBlank() ? alert.annotation("description") : summary;
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
