package io.frops.core.alert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Posts alerts to an Alertmanager as Prometheus does.
public final class AlertPoster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI alerts;

    /// @param base without a path
    public AlertPoster(URI base) {
        alerts = base.resolve("/api/v2/alerts");
    }

    /// @param endsAt absent while it fires
    public void post(Map<String, String> labels, Instant startsAt, @Nullable Instant endsAt) {
        String members =
                labels.entrySet().stream()
                        .map(e -> quoted(e.getKey()) + ":" + quoted(e.getValue()))
                        .collect(Collectors.joining(","));
        String end = endsAt == null ? "" : ",\"endsAt\":" + quoted(endsAt.toString());
        String body =
                "[{\"labels\":{"
                        + members
                        + "},\"startsAt\":"
                        + quoted(startsAt.toString())
                        + end
                        + "}]";
        send(
                HttpRequest.newBuilder(alerts)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /// The other side's time, in whole seconds: a real program does not live by our clock.
    public Instant now() {
        HttpResponse<String> reply = send(HttpRequest.newBuilder(alerts).GET());
        String date = reply.headers().firstValue("Date").orElseThrow();
        return DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> reply =
                    client.send(
                            request.timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.ofString());
            if (reply.statusCode() != 200) {
                throw new AssertionError("HTTP " + reply.statusCode() + ": " + reply.body());
            }
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String quoted(String text) {
        String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return '"' + escaped + '"';
    }

    @Override
    public void close() {
        client.close();
    }
}
