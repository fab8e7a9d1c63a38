package io.frops.sandbox.alertmanager;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Alerts that are told together, and when that is next due. Not for several threads at once.
final class Group {
    private final Route route;
    private final Map<String, String> labels;
    private final Map<String, StoredAlert> alerts = new TreeMap<>();
    private Instant nextFlush;
    private boolean flushed;
    private @Nullable Delivery delivery;

    Group(Route route, Map<String, String> labels, Instant firstFlush) {
        this.route = route;
        this.labels = Map.copyOf(labels);
        this.nextFlush = firstFlush;
    }

    static String key(Route route, Map<String, String> labels) {
        return route.path() + ":" + Labels.quoted(labels);
    }

    String key() {
        return key(route, labels);
    }

    /// An alert that has fired for longer than the wait makes its new group's first word due at
    /// once.
    void put(StoredAlert alert, Instant now, Duration groupWait) {
        alerts.put(alert.fingerprint(), alert);
        if (!flushed && alert.startsAt().plus(groupWait).isBefore(now)) {
            nextFlush = now;
        }
    }

    boolean due(Instant now) {
        return delivery == null && !nextFlush.isAfter(now);
    }

    /// The alerts to be told now; the next time is one interval away.
    List<StoredAlert> flush(Instant now, Duration interval) {
        flushed = true;
        nextFlush = now.plus(interval);
        return List.copyOf(alerts.values());
    }

    /// What resolved and was told need not be told again, unless it changed meanwhile.
    void forget(Collection<StoredAlert> told, Instant asOf) {
        told.stream()
                .filter(a -> a.resolved(asOf))
                .filter(a -> a.equals(alerts.get(a.fingerprint())))
                .forEach(a -> alerts.remove(a.fingerprint()));
    }

    boolean over() {
        return flushed && alerts.isEmpty() && delivery == null;
    }

    @Nullable Delivery delivery() {
        return delivery;
    }

    void begin(Delivery begun) {
        delivery = begun;
    }

    void end() {
        delivery = null;
    }

    Route route() {
        return route;
    }

    Map<String, String> labels() {
        return labels;
    }

    Collection<StoredAlert> alerts() {
        return alerts.values();
    }
}
