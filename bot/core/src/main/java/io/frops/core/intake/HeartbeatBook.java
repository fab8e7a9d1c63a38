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

/// What is known of every configured heartbeat. Kept under `heartbeat/<source>`, so that a restart
/// does not take a missing one for a beating one, and so that the replica that looks after timers
/// knows what another one heard: when it goes missing, when it comes back, and now and then that it
/// still beats.
public final class HeartbeatBook implements Heartbeats {
    /// Within the time after which it counts as missing, others are told so often that it beats.
    private static final int TELLINGS = 4;

    private final Map<SourceName, Heartbeat> rules;
    private final KeyStore keys;
    private final ReentrantLock lock = new ReentrantLock();
    private final Instant started;

    /// When each was last known to fire, as far as this process knows.
    private final Map<SourceName, Instant> seen = new ConcurrentHashMap<>();

    public HeartbeatBook(List<Heartbeat> rules, KeyStore keys, InstantSource clock) {
        Map<SourceName, Heartbeat> bySource = new HashMap<>();
        rules.forEach(rule -> bySource.put(rule.source(), rule));
        this.rules = Map.copyOf(bySource);
        this.keys = keys;
        this.started = clock.instant();
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
        return of(source)
                .map(rule -> trust(state(rule, keys.get(id(source)).orElse(null))))
                .orElse(Trust.always());
    }

    private static Trust trust(Heartbeat.State state) {
        Instant back = state.backAt();
        return new Trust(!state.missing(), back == null ? Instant.EPOCH : back);
    }

    private interface Step {
        Heartbeat.State after(Heartbeat.State before);
    }

    /// Whoever loses to another replica decides again on what that one wrote.
    private List<Finding> change(Heartbeat rule, Step step) {
        lock.lock();
        try {
            while (true) {
                KeyStore.Entry kept = keys.get(id(rule.source())).orElse(null);
                Heartbeat.State before = state(rule, kept);
                Heartbeat.State after = step.after(before);
                if (!tells(rule, kept, before, after) || keep(rule.source(), kept, after)) {
                    seen.put(rule.source(), after.seen());
                    return rule.standing(after);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private Heartbeat.State state(Heartbeat rule, KeyStore.@Nullable Entry kept) {
        Instant mine = seen.getOrDefault(rule.source(), started);
        if (kept == null) {
            return Heartbeat.start(mine);
        }
        Instant theirs = instant(kept.fields().get("seen"));
        return new Heartbeat.State(
                theirs == null || theirs.isBefore(mine) ? mine : theirs,
                instant(kept.fields().get("missingSince")),
                instant(kept.fields().get("backAt")));
    }

    /// Whether others must know: not of every beat.
    private static boolean tells(
            Heartbeat rule,
            KeyStore.@Nullable Entry kept,
            Heartbeat.State before,
            Heartbeat.State after) {
        Instant known = kept == null ? null : instant(kept.fields().get("seen"));
        return before.missing() != after.missing()
                || known == null
                || after.seen().isAfter(known.plus(rule.within().dividedBy(TELLINGS)));
    }

    private boolean keep(SourceName source, KeyStore.@Nullable Entry kept, Heartbeat.State state) {
        Map<String, String> fields = new HashMap<>();
        put(fields, "seen", state.seen());
        put(fields, "missingSince", state.missingSince());
        put(fields, "backAt", state.backAt());
        long expected = kept == null ? KeyStore.ABSENT : kept.version();
        return keys.put(id(source), expected, fields, null);
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
