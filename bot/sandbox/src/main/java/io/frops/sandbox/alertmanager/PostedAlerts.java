package io.frops.sandbox.alertmanager;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Alerts as a client posts them. What is valid is taken even when something beside it is not.
///
/// @param refusal what to answer about the rest
record PostedAlerts(List<StoredAlert> valid, Optional<Refusal> refusal) {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    static PostedAlerts read(String json, Instant now, Duration resolveTimeout) {
        JsonNode array = PostedJson.read(json, "alerts");
        if (!array.isArray()) {
            throw PostedJson.unfit("alerts", array, "models.PostableAlerts");
        }
        List<StoredAlert> valid = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            StoredAlert alert = alert(array.get(i), i, now, resolveTimeout);
            Optional<String> mistake = mistake(alert);
            mistake.ifPresentOrElse(wrong::add, () -> valid.add(alert));
        }
        return new PostedAlerts(
                valid,
                wrong.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Refusal.text(400, String.join("; ", wrong))));
    }

    private static StoredAlert alert(JsonNode node, int index, Instant now, Duration timeout) {
        if (!node.hasNonNull("labels")) {
            throw Refusal.required(index + ".labels");
        }
        Instant starts = time(node, "startsAt");
        Instant ends = time(node, "endsAt");
        boolean endless = ends.equals(Instant.MIN);
        if (starts.equals(Instant.MIN)) {
            starts = endless ? now : ends;
        }
        return new StoredAlert(
                labels(node.path("labels")),
                labels(node.path("annotations")),
                starts,
                endless ? now.plus(timeout) : ends,
                now,
                endless,
                PostedJson.text("alerts", node.path("generatorURL")));
    }

    /// A label without a value is no label.
    private static Map<String, String> labels(JsonNode node) {
        Map<String, String> labels = new LinkedHashMap<>();
        node.propertyStream()
                .forEach(e -> labels.put(e.getKey(), PostedJson.text("alerts", e.getValue())));
        labels.values().removeIf(String::isEmpty);
        return labels;
    }

    private static Instant time(JsonNode node, String field) {
        return PostedJson.time("alerts", node.path(field));
    }

    private static Optional<String> mistake(StoredAlert alert) {
        if (alert.labels().isEmpty()) {
            return Optional.of("at least one label pair required");
        }
        if (alert.endsAt().isBefore(alert.startsAt())) {
            return Optional.of("start time must be before end time");
        }
        return wrongName("label", alert.labels())
                .or(() -> wrongName("annotation", alert.annotations()));
    }

    private static Optional<String> wrongName(String kind, Map<String, String> names) {
        return names.keySet().stream()
                .filter(name -> !NAME.matcher(name).matches())
                .findFirst()
                .map(name -> "invalid " + kind + " set: invalid name " + Labels.quoted(name));
    }
}
