package io.frops.commands.incident;

import io.frops.commands.say.Counts;
import io.frops.core.chat.Text;
import io.frops.core.incident.Basis;
import io.frops.core.incident.GradedAlert;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Alerts in the words of an explanation: by name with what tells them apart, and what their
/// severity rests on. Pure.
final class WhyAlerts {
    private static final int MOST = 3;
    private static final int LONGEST = 80;
    private static final int LONGEST_REASON = 160;

    private WhyAlerts() {}

    /// `HighErrorRate pod=f1, HighErrorRate pod=f2 and 1 more`.
    ///
    /// @param common the labels that all share, which say nothing new
    static Text named(List<Map<String, String>> alerts, Map<String, String> common) {
        Text text = Text.EMPTY;
        for (int i = 0; i < Math.min(MOST, alerts.size()); i++) {
            text = (i == 0 ? text : text.plain(", ")).code(name(alerts.get(i), common));
        }
        int more = alerts.size() - MOST;
        return more > 0 ? text.plain(" and " + more + " more") : text;
    }

    static String name(Map<String, String> labels, Map<String, String> common) {
        Map<String, String> differing = new HashMap<>(labels);
        differing.remove("alertname");
        differing.remove("service");
        differing.entrySet().removeAll(common.entrySet());
        String name = labels.getOrDefault("alertname", "(no alertname)");
        return Counts.line((name + " " + labels(differing)).strip(), LONGEST);
    }

    static String labels(Map<String, String> labels) {
        return new TreeMap<>(labels)
                .entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining(" "));
    }

    static @Nullable GradedAlert worst(List<GradedAlert> alerts) {
        return alerts.stream()
                .min(
                        Comparator.comparing(GradedAlert::severity)
                                .thenComparing(a -> a.alert().key()))
                .orElse(null);
    }

    /// What decided, as it was recorded; in general words where an older version wrote the event.
    static String because(Basis basis, @Nullable GradedAlert alert) {
        if (alert != null && alert.because() != null) {
            String rule = basis == Basis.SEVERITY_LABEL ? " through the mapping" : "";
            return Counts.line(alert.because(), LONGEST_REASON) + rule;
        }
        return switch (basis) {
            case SEV_LABEL -> "the alert's own sev label";
            case SEVERITY_LABEL -> "the alert's severity label through the mapping";
            case RULE -> "a rule of the configuration (which one was not recorded)";
            case UNMAPPED -> "no label that fits, so the default";
            case PERSON -> "a person";
            case DUPLICATE -> "an incident that counts for it";
        };
    }
}
