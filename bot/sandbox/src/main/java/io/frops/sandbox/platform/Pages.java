package io.frops.sandbox.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The platform's pages, small and without script: what a card's links open.
final class Pages {
    private static final String STYLE = resource("style.css");
    private static final List<Chart> CHARTS =
            List.of(
                    new Chart(
                            "Error rate",
                            " %",
                            Figures.MOST_ERRORS * 100,
                            1,
                            f -> f.errorShare() * 100),
                    new Chart(
                            "95th percentile of response time",
                            " ms",
                            Figures.SLOWEST_SECONDS * 1000,
                            0,
                            f -> f.p95Seconds() * 1000),
                    new Chart("Requests", " /s", 0, 1, Figures::requestsPerSecond));

    private Pages() {}

    static String overview(Map<SampleService, History> all) {
        String rows =
                all.entrySet().stream()
                        .map(e -> row(e.getKey(), e.getValue()))
                        .collect(Collectors.joining());
        return page(
                "Face Recognition Platform",
                "sample platform",
                "<table><tr><th>Service<th>Team<th>State<th>Pages</tr>" + rows + "</table>");
    }

    private static String row(SampleService s, History history) {
        return """
        <tr><td>%1$s<td>%2$s<td>%3$s<td><a href="/dashboards/%1$s">dashboard</a> <a href="/runbooks/%1$s">runbook</a></tr>
        """
                .formatted(s.name(), s.team(), state(history));
    }

    static String dashboard(SampleService s, History history, Instant now) {
        String charts =
                CHARTS.stream().map(c -> c.svg(s, history, now)).collect(Collectors.joining());
        return page(
                s.name(),
                "dashboard",
                "<p>%s Team %s, %d replicas. <a href=\"/runbooks/%s\">Runbook</a></p>%s"
                        .formatted(state(history), s.team(), s.replicas(), s.name(), charts));
    }

    static String runbook(SampleService s, History history) {
        return page(
                s.name(),
                "runbook",
                "<p>%s Team %s. <a href=\"/dashboards/%s\">Dashboard</a></p>%s"
                        .formatted(
                                state(history),
                                s.team(),
                                s.name(),
                                resource("runbooks/" + s.name() + ".html")));
    }

    /// @param expression what the link asks for; shown, not evaluated
    static String graph(String expression, SampleService s, History history, Instant now) {
        Chart chart =
                switch (s.alert().name()) {
                    case "HighErrorRate" -> CHARTS.get(0);
                    case "SlowResponses" -> CHARTS.get(1);
                    case String _ -> new Chart("up", "", 0, 0, f -> f.up() ? 1 : 0);
                };
        return page(
                s.alert().name(),
                "graph",
                "<pre>%s</pre>%s<p><a href=\"/dashboards/%s\">Dashboard of %s</a></p>"
                        .formatted(
                                escaped(expression),
                                chart.svg(s, history, now),
                                s.name(),
                                s.name()));
    }

    static String notFound(Iterable<String> names) {
        return page(
                "Nothing here",
                "404",
                "<p>The platform has these services: "
                        + String.join(", ", names)
                        + ". <a href=\"/\">Overview</a></p>");
    }

    private static String state(History history) {
        return history.isBroken()
                ? "<span class=\"bad\">failing</span>"
                : "<span class=\"good\">healthy</span>";
    }

    private static String page(String title, String kind, String body) {
        return """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%1$s - %2$s</title>
        <meta name="viewport" content="width=device-width,initial-scale=1"><meta http-equiv="refresh" content="10">
        <style>%3$s</style></head><body><header><a href="/">Face Recognition Platform</a> <small>sandbox</small></header>
        <main><h1>%1$s <small>%2$s</small></h1>%4$s</main></body></html>
        """
                .formatted(escaped(title), kind, STYLE, body);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String resource(String name) {
        try (InputStream in = Pages.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
