package io.frops.sandbox.platform;

import java.time.Instant;

/// How a service does at an instant. It wavers a little, always the same way at the same instant.
///
/// @param errorShare of all requests, 0 to 1
/// @param p95Seconds 95th percentile of the response time
record Figures(double requestsPerSecond, double errorShare, double p95Seconds, boolean up) {
    /// The guide's thresholds for an alert: 1 % of requests, 500 ms.
    static final double MOST_ERRORS = 0.01;

    static final double SLOWEST_SECONDS = 0.5;

    static Figures of(SampleService service, boolean broken, Instant at) {
        double waver = waver(service, at);
        Figures base = broken ? failing(service) : new Figures(20, 0.002, 0.18, true);
        return new Figures(
                base.requestsPerSecond * waver,
                Math.min(1, base.errorShare * waver),
                base.p95Seconds * waver,
                base.up);
    }

    private static Figures failing(SampleService service) {
        return switch (service.alert().name()) {
            case "HighErrorRate" -> new Figures(18, 0.417, 0.62, true);
            case "SlowResponses" -> new Figures(14, 0.004, 1.84, true);
            case String _ -> new Figures(0, 1, 0, false);
        };
    }

    private static double waver(SampleService service, Instant at) {
        double minutes = at.getEpochSecond() / 60.0 + service.name().length();
        return 1 + 0.06 * Math.sin(minutes * 1.7) + 0.04 * Math.sin(minutes * 5.3);
    }
}
