package io.frops.sandbox.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells an Alertmanager what fires, again and again as Prometheus does: an alert whose sender
/// falls silent for four beats counts as resolved there.
public final class AlertmanagerSink implements AlertSink, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlertmanagerSink.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    /// As long as Prometheus repeats what has resolved.
    private static final Duration RESOLVED_KEPT = Duration.ofMinutes(15);

    private static final int BEATS_VALID = 4;

    private final URI alerts;
    private final InstantSource clock;
    private final Duration beat;
    private final Map<Map<String, String>, Sent> known = new ConcurrentHashMap<>();
    private final AtomicBoolean taken = new AtomicBoolean(true);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(TIMEOUT)
                    .build();
    private final Semaphore changes = new Semaphore(0);
    private final Thread sender =
            Thread.ofPlatform().daemon().name("sample-alerts").unstarted(this::run);

    /// @param alertmanager its base address
    /// @param beat how often alerts are sent again
    public AlertmanagerSink(URI alertmanager, InstantSource clock, Duration beat) {
        this.alerts = URI.create(alertmanager.toString().replaceAll("/+$", "") + "/api/v2/alerts");
        this.clock = clock;
        this.beat = beat;
        sender.start();
    }

    @Override
    public void fire(
            Map<String, String> labels,
            Map<String, String> annotations,
            URI generatorUrl,
            Instant since) {
        known.put(
                Map.copyOf(labels),
                new Sent(Map.copyOf(annotations), generatorUrl.toString(), since, null));
        changes.release();
    }

    @Override
    public void resolve(Map<String, String> labels) {
        Instant now = clock.instant();
        known.computeIfPresent(Map.copyOf(labels), (_, sent) -> sent.resolved(now));
        changes.release();
    }

    private void run() {
        try {
            while (true) {
                if (changes.tryAcquire(beat.toMillis(), TimeUnit.MILLISECONDS)) {
                    changes.drainPermits();
                }
                send();
            }
        } catch (InterruptedException e) {
            LOG.debug("closed; nothing more is sent", e);
        }
    }

    private void send() throws InterruptedException {
        Instant now = clock.instant();
        known.values().removeIf(s -> s.isForgotten(now.minus(RESOLVED_KEPT)));
        if (known.isEmpty()) {
            return;
        }
        try {
            report(http.send(request(now), BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            if (!closed.get() && taken.getAndSet(false)) {
                LOG.warn("Alertmanager does not take alerts, trying again every {}", beat, e);
            }
        }
    }

    private void report(int status) {
        boolean well = status / 100 == 2;
        if (taken.getAndSet(well) && !well) {
            LOG.warn("Alertmanager answered {} to alerts, trying again every {}", status, beat);
        }
    }

    private HttpRequest request(Instant now) throws JsonProcessingException {
        Instant validUntil = now.plus(beat.multipliedBy(BEATS_VALID));
        List<Map<String, Object>> all =
                known.entrySet().stream()
                        .map(e -> e.getValue().body(e.getKey(), validUntil))
                        .toList();
        return HttpRequest.newBuilder(alerts)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(all)))
                .build();
    }

    @Override
    public void close() {
        closed.set(true);
        sender.interrupt();
        http.shutdownNow();
    }

    private record Sent(
            Map<String, String> annotations,
            String generatorUrl,
            Instant since,
            @Nullable Instant resolvedAt) {
        Sent resolved(Instant now) {
            return resolvedAt == null ? new Sent(annotations, generatorUrl, since, now) : this;
        }

        boolean isForgotten(Instant before) {
            return resolvedAt != null && resolvedAt.isBefore(before);
        }

        Map<String, Object> body(Map<String, String> labels, Instant validUntil) {
            Instant end = resolvedAt == null ? validUntil : resolvedAt;
            return Map.of(
                    "labels", labels,
                    "annotations", annotations,
                    "startsAt", since.toString(),
                    "endsAt", end.toString(),
                    "generatorURL", generatorUrl);
        }
    }
}
