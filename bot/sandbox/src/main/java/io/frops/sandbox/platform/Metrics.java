package io.frops.sandbox.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/// A service's metrics in Prometheus' text format. Counters follow from how long it was well and
/// broken, so they only grow.
record Metrics(SampleService service, History history, Instant now) {
    static final String TYPE = "text/plain; version=0.0.4";
    private static final double[] BUCKETS = {0.1, 0.25, 0.5, 1, 2.5};

    String text() {
        return """
        # HELP service_up Whether the service answers its health check.
        # TYPE service_up gauge
        service_up{service="%1$s"} %2$d
        # HELP http_requests_total Requests by status.
        # TYPE http_requests_total counter
        http_requests_total{service="%1$s",method="GET",status="200"} %3$d
        http_requests_total{service="%1$s",method="GET",status="500"} %4$d
        # HELP http_request_duration_seconds How long requests took.
        # TYPE http_request_duration_seconds histogram
        %5$s
        http_request_duration_seconds_bucket{service="%1$s",le="+Inf"} %6$d
        http_request_duration_seconds_sum{service="%1$s"} %7$s
        http_request_duration_seconds_count{service="%1$s"} %6$d
        """
                .formatted(
                        service.name(),
                        history.isBroken() ? 0 : 1,
                        requests() - errors(),
                        errors(),
                        buckets(),
                        requests(),
                        number(requests() * 0.09));
    }

    private long requests() {
        return count(false, 1) + count(true, 1);
    }

    private long errors() {
        return count(false, figures(false).errorShare()) + count(true, figures(true).errorShare());
    }

    private String buckets() {
        return DoubleStream.of(BUCKETS)
                .mapToObj(le ->
                        "http_request_duration_seconds_bucket{service=\"%s\",le=\"%s\"} %d"
                                .formatted(service.name(), le, below(le)))
                .collect(Collectors.joining("\n"));
    }

    /// An exponential distribution with the percentile that the figures give.
    private long below(double seconds) {
        return count(false, share(figures(false), seconds))
                + count(true, share(figures(true), seconds));
    }

    private static double share(Figures figures, double seconds) {
        return figures.p95Seconds() == 0
                ? 0
                : 1 - Math.exp(Math.log(0.05) * seconds / figures.p95Seconds());
    }

    private long count(boolean broken, double share) {
        Duration time = broken ? history.brokenFor(now) : history.wellFor(now);
        return (long) (time.toMillis() / 1000.0 * figures(broken).requestsPerSecond() * share);
    }

    /// Without wavering: a counter that fell would look like a restart.
    private Figures figures(boolean broken) {
        return Figures.of(service, broken, Instant.EPOCH);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
