package io.frops.app.doctor;

import java.time.Instant;
import java.util.Map;

/// The marked alert.
///
/// @param id tells this run's alert from every other
/// @param service the first that is configured
record TestAlert(String id, String service, Instant startsAt) {
    /// How a card of such an alert is known, beside its id.
    static final String NAME = "FropsTest";

    Map<String, String> labels() {
        return Map.of("alertname", NAME, "severity", "info", "service", service, "frops_test", id);
    }

    Map<String, String> annotations() {
        return Map.of(
                "summary",
                NAME + " " + id + ": a harmless alert that frops doctor sent",
                "description",
                "Nothing is wrong. It ends by itself.");
    }
}
