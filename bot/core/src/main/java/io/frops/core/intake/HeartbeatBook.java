package io.frops.core.intake;

import io.frops.core.alert.Alert;
import io.frops.core.alert.Poll;
import io.frops.core.alert.SourceName;
import io.frops.core.store.KeyStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is known of every configured heartbeat. Kept under `heartbeat/<source>` when it goes
/// missing and when it comes back, so that a restart does not take a missing one for a beating one.
public final class HeartbeatBook implements Heartbeats {
    private static final Logger LOG = LoggerFactory.getLogger(HeartbeatBook.class);

    private final Map<SourceName, Heartbeat> rules;
    private final KeyStore keys;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<SourceName, Heartbeat.State> states = new ConcurrentHashMap<>();

    public HeartbeatBook(List<Heartbeat> rules, KeyStore keys, InstantSource clock) {
        Map<SourceName, Heartbeat> bySource = new HashMap<>();
        rules.forEach(rule -> bySource.put(rule.source(), rule));
        this.rules = Map.copyOf(bySource);
        this.keys = keys;
        this.clock = clock;
    }

    public Optional<Heartbeat> of(SourceName source) {
        return Optional.ofNullable(rules.get(source));
    }

    @Override
    public boolean isHeartbeat(SourceName source, Alert alert) {
        return of(source).map(rule -> rule.is(alert)).orElse(false);
    }

    /// What comes of it, the next comparison does.
    @Override
    public void heard(SourceName source, Alert alert, Instant now) {
        of(source).ifPresent(rule -> change(rule, state -> rule.heard(state, alert, now)));
    }

    /// The source was asked.
    ///
    /// @return what holds now
    List<Finding> polled(SourceName source, Poll poll, Instant now) {
        return of(source)
                .map(rule -> change(rule, state -> rule.polled(state, poll, now)))
                .orElse(List.of());
    }

    /// Time passed.
    ///
    /// @return what holds now
    List<Finding> passed(SourceName source, Instant now) {
        return of(source)
                .map(rule -> change(rule, state -> rule.passed(state, now)))
                .orElse(List.of());
    }

    @Override
    public Trust trust(SourceName source) {
        return of(source).map(rule -> trust(state(rule))).orElse(Trust.always());
    }

    private static Trust trust(Heartbeat.State state) {
        Instant back = state.backAt();
        return new Trust(!state.missing(), back == null ? Instant.EPOCH : back);
    }

    private interface Step {
        Heartbeat.State after(Heartbeat.State before);
    }

    private List<Finding> change(Heartbeat rule, Step step) {
        lock.lock();
        try {
            Heartbeat.State before = state(rule);
            Heartbeat.State after = step.after(before);
            if (before.missing() != after.missing()) {
                keep(rule.source(), after);
            }
            states.put(rule.source(), after);
            return rule.standing(after);
        } finally {
            lock.unlock();
        }
    }

    private Heartbeat.State state(Heartbeat rule) {
        return states.computeIfAbsent(
                rule.source(), source -> kept(source).orElse(Heartbeat.start(clock.instant())));
    }

    /// A store that does not answer is no reason to take a missing heartbeat for a beating one.
    private Optional<Heartbeat.State> kept(SourceName source) {
        return keys.get(id(source))
                .map(entry -> {
                    Map<String, String> fields = entry.fields();
                    return new Heartbeat.State(
                            clock.instant(),
                            instant(fields.get("missingSince")),
                            instant(fields.get("backAt")));
                });
    }

    private void keep(SourceName source, Heartbeat.State state) {
        Map<String, String> fields = new HashMap<>();
        put(fields, "missingSince", state.missingSince());
        put(fields, "backAt", state.backAt());
        long expected = keys.get(id(source)).map(KeyStore.Entry::version).orElse(KeyStore.ABSENT);
        if (!keys.put(id(source), expected, fields, null)) {
            LOG.info("Another replica knew of the heartbeat of {} first", source);
        }
    }

    private static void put(Map<String, String> fields, String name, @Nullable Instant value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    private static String id(SourceName source) {
        return "heartbeat/" + source;
    }
}
