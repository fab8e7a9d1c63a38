package io.frops.core.incident;

import io.frops.core.alert.AlertKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The alerts of one incident, in the order in which they came.
public final class Alerts {
    static final Alerts NONE = new Alerts(new LinkedHashMap<>(), 0, 0);

    private final Map<AlertKey, TrackedAlert> byKey;
    private final int firing;
    private final long weight;

    private Alerts(Map<AlertKey, TrackedAlert> byKey, int firing, long weight) {
        this.byKey = byKey;
        this.firing = firing;
        this.weight = weight;
    }

    /// For stores: the alerts as they were written.
    public static Alerts of(Collection<TrackedAlert> tracked) {
        return NONE.merge(tracked);
    }

    public Collection<TrackedAlert> all() {
        return java.util.Collections.unmodifiableCollection(byKey.values());
    }

    public @Nullable TrackedAlert get(AlertKey key) {
        return byKey.get(key);
    }

    public boolean isEmpty() {
        return byKey.isEmpty();
    }

    public List<TrackedAlert> firing() {
        return byKey.values().stream().filter(TrackedAlert::firing).toList();
    }

    public int firingCount() {
        return firing;
    }

    /// What they need at most, in bytes, if nothing that they say alike were said once only.
    long weight() {
        return weight;
    }

    /// Those that resolved or are presumed gone.
    public int clearedCount() {
        return byKey.size() - firingCount();
    }

    public long presumedCount() {
        return byKey.values().stream()
                .filter(a -> a.status() == TrackedAlert.Status.PRESUMED_GONE)
                .count();
    }

    public Set<AlertKey> firingKeys() {
        return firing().stream().map(TrackedAlert::key).collect(Collectors.toUnmodifiableSet());
    }

    /// The alert that stands for all: firing before cleared, worse before better, older before
    /// newer.
    public @Nullable TrackedAlert leading() {
        return byKey.values().stream()
                .min(
                        Comparator.comparing((TrackedAlert a) -> !a.firing())
                                .thenComparing(TrackedAlert::severity)
                                .thenComparing(TrackedAlert::key))
                .orElse(null);
    }

    Alerts fired(List<GradedAlert> alerts) {
        return merge(alerts.stream().map(TrackedAlert::firing).toList());
    }

    Alerts cleared(List<ClearedAlert> alerts) {
        return merge(
                alerts.stream()
                        .map(c -> {
                            var known = byKey.get(c.key());
                            var unknown = c.unknown();
                            if (known != null) {
                                return known.cleared(TrackedAlert.Status.RESOLVED, c.endedAt());
                            }
                            return unknown == null
                                    ? null
                                    : TrackedAlert.from(
                                            unknown, TrackedAlert.Status.RESOLVED, c.endedAt());
                        })
                        .filter(a -> a != null)
                        .toList());
    }

    Alerts presumedGone(Collection<AlertKey> keys, Instant at) {
        return merge(
                keys.stream()
                        .map(byKey::get)
                        .filter(a -> a != null)
                        .map(a -> a.cleared(TrackedAlert.Status.PRESUMED_GONE, at))
                        .toList());
    }

    private Alerts merge(Collection<TrackedAlert> changed) {
        Map<AlertKey, TrackedAlert> next = new LinkedHashMap<>(byKey);
        int nowFiring = firing;
        long nowWeight = weight;
        for (TrackedAlert alert : changed) {
            TrackedAlert before = next.put(alert.key(), alert);
            nowFiring += firing(alert) - firing(before);
            nowWeight += Room.weight(alert) - (before == null ? 0 : Room.weight(before));
        }
        return new Alerts(next, nowFiring, nowWeight);
    }

    private static int firing(@Nullable TrackedAlert alert) {
        return alert != null && alert.firing() ? 1 : 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Alerts alerts && byKey.equals(alerts.byKey);
    }

    @Override
    public int hashCode() {
        return byKey.hashCode();
    }

    @Override
    public String toString() {
        return "Alerts[" + firingCount() + " firing, " + clearedCount() + " cleared]";
    }
}
