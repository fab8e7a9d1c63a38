package io.frops.sandbox.alertmanager;

import io.frops.sandbox.alertmanager.Delivery.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The heart: holds alerts, puts them into groups, and tells each group's receiver what is new. It
/// does nothing by itself; [#tick] lets it do what is due.
final class Engine {
    /// A flush has at least this long, however short the interval.
    private static final Duration LEAST_FLUSH = Duration.ofSeconds(10);

    private final SimulatorSettings settings;
    private final Holdings holdings;
    private final InstantSource clock;
    private final Executor threads;
    private final NotificationBody bodies;
    private final Map<String, Group> groups = new TreeMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private Instant startedAt;
    private @Nullable Webhook webhook;

    Engine(
            SimulatorSettings settings,
            Holdings holdings,
            InstantSource clock,
            Executor threads,
            NotificationBody bodies) {
        this.settings = settings;
        this.holdings = holdings;
        this.clock = clock;
        this.threads = threads;
        this.bodies = bodies;
        this.startedAt = clock.instant();
        holdings.load(startedAt);
        holdings.alerts().forEach(a -> group(a, startedAt));
    }

    /// From now on notifications go there; until then they wait.
    void deliverTo(Webhook receiver) {
        locked(() -> webhook = receiver);
    }

    /// Looks at what is held, alone with it.
    <T> T look(Function<Snapshot, T> question) {
        lock.lock();
        try {
            Instant now = clock.instant();
            return question.apply(
                    new Snapshot(now, startedAt, holdings, groups.values(), settings));
        } finally {
            lock.unlock();
        }
    }

    void accept(Collection<StoredAlert> alerts) {
        locked(() -> {
            for (StoredAlert alert : alerts) {
                StoredAlert older = holdings.alert(alert.fingerprint());
                StoredAlert merged = older == null ? alert : alert.onto(older);
                holdings.put(merged);
                group(merged, clock.instant());
            }
        });
    }

    void accept(StoredSilence silence) {
        locked(() -> holdings.put(silence));
    }

    /// As if it had been killed and started again: alerts and groups are gone.
    void restartEmpty() {
        locked(() -> {
            holdings.forgetAlerts();
            groups.clear();
            startedAt = clock.instant();
        });
    }

    private void group(StoredAlert alert, Instant now) {
        Route route = settings.route(alert.labels());
        Map<String, String> labels = route.groupLabels(alert.labels());
        String key = Group.key(route, labels);
        if (alert.resolved(now) && !groups.containsKey(key) && holdings.sent(key) == null) {
            return;
        }
        Duration wait = settings.timing().groupWait();
        groups.computeIfAbsent(key, _ -> new Group(route, labels, now.plus(wait)))
                .put(alert, now, wait);
    }

    /// Does what is due.
    void tick() {
        locked(() -> {
            Instant now = clock.instant();
            for (Group group : groups.values()) {
                if (group.due(now) && (webhook != null || !ours(group))) {
                    flush(group, now);
                }
                Delivery delivery = group.delivery();
                if (webhook != null && delivery != null && delivery.due(now)) {
                    attempt(group, delivery, webhook, now);
                }
            }
            groups.values().removeIf(Group::over);
        });
    }

    /// Whether no try is under way.
    boolean settled() {
        return look(s -> s.groups().stream().map(Group::delivery).noneMatch(Engine::running));
    }

    private static boolean running(@Nullable Delivery delivery) {
        return delivery != null && delivery.running();
    }

    private void flush(Group group, Instant now) {
        List<StoredAlert> all = group.flush(now, settings.timing().groupInterval());
        List<StoredAlert> told =
                all.stream()
                        .filter(a -> Muting.of(a, holdings, settings.inhibitions(), now).active())
                        .toList();
        Reason reason = reason(group, told, now);
        if (reason == null || !ours(group)) {
            group.forget(all, now);
            return;
        }
        Duration time = settings.timing().groupInterval();
        time = time.compareTo(LEAST_FLUSH) < 0 ? LEAST_FLUSH : time;
        group.begin(new Delivery(told, reason, now, now.plus(time)));
    }

    private boolean ours(Group group) {
        return group.route().receiver().equals(settings.receiver());
    }

    /// Why a group is to be told, compared with what was told last; null when there is nothing new.
    private @Nullable Reason reason(Group group, List<StoredAlert> told, Instant now) {
        Set<String> firing = prints(told, now, false);
        Set<String> resolved = prints(told, now, true);
        Sent last = holdings.sent(group.key());
        if (last == null) {
            return firing.isEmpty() ? null : Reason.FIRST;
        }
        if (!last.firing().containsAll(firing)) {
            return last.firing().isEmpty() ? Reason.FIRST : Reason.ADDED;
        }
        if (firing.isEmpty()) {
            return last.firing().isEmpty() || told.isEmpty() ? null : Reason.ALL_RESOLVED;
        }
        if (!last.resolved().containsAll(resolved)) {
            return Reason.SOME_RESOLVED;
        }
        Instant repeat = last.at().plus(settings.timing().repeatInterval());
        return repeat.isBefore(now) ? Reason.REPEAT : null;
    }

    private static Set<String> prints(List<StoredAlert> alerts, Instant now, boolean resolved) {
        return alerts.stream()
                .filter(a -> a.resolved(now) == resolved)
                .map(StoredAlert::fingerprint)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void attempt(Group group, Delivery delivery, Webhook receiver, Instant now) {
        delivery.started();
        String body = bodies.of(group, delivery);
        Duration timeout = delivery.left(now);
        threads.execute(() -> {
            Webhook.Outcome outcome = receiver.send(body, timeout);
            locked(() -> answered(group, delivery, outcome));
        });
    }

    private void answered(Group group, Delivery delivery, Webhook.Outcome outcome) {
        switch (outcome) {
            case ACCEPTED -> {
                Instant at = delivery.flushedAt();
                List<StoredAlert> told = delivery.alerts();
                holdings.put(
                        new Sent(group.key(), at, prints(told, at, false), prints(told, at, true)));
                group.end();
                group.forget(told, at);
            }
            case REFUSED -> group.end();
            case FAILED -> {
                if (!delivery.again(clock.instant())) {
                    group.end();
                }
            }
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    /// What is held at one moment; only to be used inside [#look].
    record Snapshot(
            Instant now,
            Instant startedAt,
            Holdings holdings,
            Collection<Group> groups,
            SimulatorSettings settings) {
        Muting muting(StoredAlert alert) {
            return Muting.of(alert, holdings, settings.inhibitions(), now);
        }

        String receiver(StoredAlert alert) {
            return settings.route(alert.labels()).receiver();
        }

        List<StoredAlert> firing() {
            return new ArrayList<>(holdings.firing(now));
        }
    }
}
