package io.frops.commands.incident;

import io.frops.commands.say.Counts;
import io.frops.core.alert.Alert;
import io.frops.core.alert.AlertKey;
import io.frops.core.chat.Text;
import io.frops.core.incident.GradedAlert;
import io.frops.core.incident.Incident;
import io.frops.core.incident.Origin;
import io.frops.core.incident.TrackedAlert;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Alerts by name with the labels in which they differ, the first ten of them.
final class AlertLines {
    private static final int MOST = 10;

    private AlertLines() {}

    static Text fired(List<GradedAlert> alerts, Origin origin) {
        Map<String, String> common =
                switch (origin) {
                    case Origin.Alerting(_, _, var groupLabels) -> groupLabels;
                    case Origin.Declared _, Origin.Heartbeat _ -> Map.of();
                };
        Text text = Text.EMPTY;
        for (GradedAlert graded : alerts.stream().limit(MOST).toList()) {
            text = line(text, graded.alert().labels(), common);
        }
        return more(text, alerts.size());
    }

    /// All that the leading one of these says of itself, however long: the card may cut, the thread
    /// does not.
    static Text told(List<GradedAlert> alerts) {
        Map<String, String> told =
                new TreeMap<>(
                        alerts.stream()
                                .min(
                                        Comparator.comparing(GradedAlert::severity)
                                                .thenComparing(g -> g.alert().key()))
                                .map(g -> g.alert().annotations())
                                .orElse(Map.of()));
        String description = told.remove("description");
        Text text = description == null ? Text.EMPTY : said(Text.EMPTY, "", description);
        for (Map.Entry<String, String> other : told.entrySet()) {
            text = said(text, other.getKey() + ": ", other.getValue());
        }
        return text;
    }

    private static Text said(Text text, String name, String value) {
        return value.isBlank() ? text : text.line().plain(name + value.strip());
    }

    static Text plain(List<Alert> alerts) {
        Text text = Text.EMPTY;
        for (Alert alert : alerts.stream().limit(MOST).toList()) {
            text = line(text, alert.labels(), Map.of());
        }
        return more(text, alerts.size());
    }

    static Text cleared(List<AlertKey> keys, Incident incident) {
        List<TrackedAlert> known =
                keys.stream().map(incident.alerts()::get).filter(a -> a != null).toList();
        Text text = Text.EMPTY;
        for (TrackedAlert alert : known.stream().limit(MOST).toList()) {
            text = line(text, alert.labels(), groupLabels(incident));
        }
        return more(text, known.size());
    }

    private static Map<String, String> groupLabels(Incident incident) {
        return incident.origin() instanceof Origin.Alerting(_, _, var labels) ? labels : Map.of();
    }

    private static Text line(Text text, Map<String, String> labels, Map<String, String> common) {
        Map<String, String> differing = new HashMap<>(labels);
        differing.remove("alertname");
        differing.entrySet().removeAll(common.entrySet());
        StringBuilder rest = new StringBuilder();
        new TreeMap<>(differing)
                .forEach((name, value) -> rest.append(' ').append(name).append('=').append(value));
        Text named =
                text.line()
                        .plain("• ")
                        .strong(oneLine(labels.getOrDefault("alertname", "(no alertname)")));
        return rest.isEmpty() ? named : named.plain(" ").code(oneLine(rest.substring(1)));
    }

    /// Whole: what is too long for one message is split where it is shown.
    private static String oneLine(String text) {
        return Counts.line(text, Integer.MAX_VALUE);
    }

    private static Text more(Text text, int all) {
        return all > MOST ? text.line().plain("and " + (all - MOST) + " more") : text;
    }
}
