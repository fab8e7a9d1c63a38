package io.frops.sandbox.alertmanager;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Stands for Prometheus: tells what fires again and again, so that it does not expire, until it is
/// mended, and then that it ended.
final class StandingAlerts {
    private static final Duration AGAIN = Duration.ofMinutes(1);

    /// As Prometheus: an end so far away that three lost messages do no harm.
    private static final Duration LIFE = AGAIN.multipliedBy(4);

    private final Engine engine;
    private final InstantSource clock;
    private final Map<Map<String, String>, StoredAlert> standing = new ConcurrentHashMap<>();

    StandingAlerts(Engine engine, InstantSource clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /// One that fires already goes on with the start that it has.
    void fire(Map<String, String> labels, Map<String, String> annotations, String generatorUrl) {
        Instant now = clock.instant();
        Instant start = running(labels).map(StoredAlert::startsAt).orElse(now);
        StoredAlert alert =
                new StoredAlert(
                        labels, annotations, start, now.plus(LIFE), now, false, generatorUrl);
        standing.put(alert.labels(), alert);
        engine.accept(List.of(alert));
    }

    void mend(Map<String, String> labels) {
        standing.remove(labels);
        Instant now = clock.instant();
        running(labels).ifPresent(a -> engine.accept(List.of(until(a, now, now))));
    }

    /// Says again what has not been said for a minute.
    void tick() {
        Instant now = clock.instant();
        for (StoredAlert alert : List.copyOf(standing.values())) {
            if (!alert.updatedAt().plus(AGAIN).isAfter(now)) {
                StoredAlert again = until(alert, now.plus(LIFE), now);
                if (standing.replace(alert.labels(), alert, again)) {
                    engine.accept(List.of(again));
                }
            }
        }
    }

    private static StoredAlert until(StoredAlert alert, Instant end, Instant now) {
        return new StoredAlert(
                alert.labels(),
                alert.annotations(),
                alert.startsAt(),
                end,
                now,
                false,
                alert.generatorUrl());
    }

    private Optional<StoredAlert> running(Map<String, String> labels) {
        return engine.look(
                s -> s.firing().stream().filter(a -> a.labels().equals(labels)).findFirst());
    }
}
