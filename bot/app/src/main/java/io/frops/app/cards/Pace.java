package io.frops.app.cards;

import io.frops.core.failure.IntegrationException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps calls within Slack's limits: tokens that come back with time, and pauses that Slack asked
/// for. For one thread.
public final class Pace {
    /// `chat.postMessage`: about one a second in a channel, with short bursts (Slack's rate
    /// limits): at most 10 in any 10 s.
    static final Limit POST = new Limit("chat.postMessage", 3, Duration.ofMillis(1300));

    /// `chat.update`: about 50 a minute for all cards of the workspace together, so that burst and
    /// what comes back in a minute make no more than that.
    static final Limit UPDATE = new Limit("chat.update", 5, Duration.ofMillis(1350));

    /// `conversations.history` and `conversations.replies`: tier 3, about 50 a minute each (Slack's
    /// rate limits).
    static final Limit FIND = new Limit("conversations.history", 5, Duration.ofMillis(1350));

    static final Limit REPLIES = new Limit("conversations.replies", 5, Duration.ofMillis(1350));

    /// Files: tier 4, 100 a minute and more.
    static final Limit FILE = new Limit("files.getUploadURLExternal", 5, Duration.ofSeconds(1));

    /// @param burst calls at once after a rest
    /// @param every one more call comes back after this
    record Limit(String method, int burst, Duration every) {
        Gate gate(String scope) {
            return new Gate(method, scope);
        }
    }

    private static final class Bucket {
        private final Limit limit;
        private double tokens;
        private Instant at;

        Bucket(Limit limit, Instant at) {
            this.limit = limit;
            this.tokens = limit.burst();
            this.at = at;
        }
    }

    private final InstantSource clock;
    private final Map<Gate, Bucket> buckets = new HashMap<>();
    private final Map<String, Instant> pauses = new ConcurrentHashMap<>();
    private @Nullable Gate refused;
    private @Nullable Gate taken;

    public Pace(InstantSource clock) {
        this.clock = clock;
    }

    /// Takes a call's place.
    ///
    /// @param scope the channel for limits that count by channel, else empty
    /// @return false when the call must wait; [#refused] then tells for what
    boolean take(Limit limit, String scope) {
        if (!free(limit, scope)) {
            return false;
        }
        bucket(limit, scope).tokens -= 1;
        taken = limit.gate(scope);
        return true;
    }

    /// Whether a call could go out now; its place is not taken.
    boolean free(Limit limit, String scope) {
        boolean free =
                !pausedUntil(limit.method()).isAfter(clock.instant())
                        && bucket(limit, scope).tokens >= 1;
        refused = free ? refused : limit.gate(scope);
        return free;
    }

    /// Whether whoever waits for this can go on.
    boolean open(Gate gate) {
        Bucket bucket = buckets.get(gate);
        return !pausedUntil(gate.method()).isAfter(clock.instant())
                && (bucket == null || filled(bucket).tokens >= 1);
    }

    /// What the last refused call since [#begin] waits for.
    Optional<Gate> refused() {
        return Optional.ofNullable(refused);
    }

    /// Somebody's turn begins: nothing was refused yet.
    void begin() {
        refused = null;
    }

    /// Until when Slack asked for silence, by method; what has passed is left out.
    Map<String, Instant> pauses() {
        Instant now = clock.instant();
        Map<String, Instant> still = new TreeMap<>(pauses);
        still.values().removeIf(until -> !until.isAfter(now));
        return still;
    }

    private Bucket bucket(Limit limit, String scope) {
        return filled(
                buckets.computeIfAbsent(
                        limit.gate(scope), _ -> new Bucket(limit, clock.instant())));
    }

    private Bucket filled(Bucket bucket) {
        Instant now = clock.instant();
        Limit limit = bucket.limit;
        double back =
                (double) Duration.between(bucket.at, now).toMillis() / limit.every().toMillis();
        bucket.tokens = Math.min(limit.burst(), bucket.tokens + Math.max(0, back));
        bucket.at = now;
        return bucket;
    }

    /// Slack said `Retry-After`.
    private void pause(Limit limit, Duration retryAfter) {
        Instant until = clock.instant().plus(retryAfter);
        pauses.merge(limit.method(), until, (a, b) -> a.isAfter(b) ? a : b);
        refused = taken != null && taken.method().equals(limit.method()) ? taken : limit.gate("");
    }

    /// Runs a call whose place was taken; a rate limit pauses its method for as long as Slack asks.
    <T> T within(Limit limit, Supplier<T> call) {
        try {
            return call.get();
        } catch (IntegrationException e) {
            Duration retryAfter = e.retryAfter();
            if (e.kind() == IntegrationException.Kind.RATE_LIMITED && retryAfter != null) {
                pause(limit, retryAfter);
            }
            throw e;
        }
    }

    private Instant pausedUntil(String method) {
        return pauses.getOrDefault(method, Instant.EPOCH);
    }
}
