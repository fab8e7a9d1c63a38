package io.frops.sandbox.alertmanager;

import java.time.Instant;
import java.util.List;

/// Why one alert is not told, if it is not.
///
/// @param silencedBy ids of silences
/// @param inhibitedBy fingerprints of alerts
record Muting(List<String> silencedBy, List<String> inhibitedBy) {
    static Muting of(StoredAlert alert, Holdings holdings, List<Inhibition> rules, Instant now) {
        List<String> silences =
                holdings.silences().stream()
                        .filter(s -> s.mutes(alert.labels(), now))
                        .map(StoredSilence::id)
                        .toList();
        List<String> inhibitors =
                rules.isEmpty()
                        ? List.of()
                        : holdings.firing(now).stream()
                                .filter(other ->
                                        rules.stream()
                                                .anyMatch(r ->
                                                        r.inhibits(other.labels(), alert.labels())))
                                .map(StoredAlert::fingerprint)
                                .toList();
        return new Muting(silences, inhibitors);
    }

    boolean active() {
        return silencedBy.isEmpty() && inhibitedBy.isEmpty();
    }

    String state() {
        return active() ? "active" : "suppressed";
    }
}
