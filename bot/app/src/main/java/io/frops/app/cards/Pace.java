package io.frops.app.cards;

import io.frops.core.failure.IntegrationException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Keeps calls within Slack's limits: tokens that come back with time, and pauses that Slack asked
/// for. For one thread.
final class Pace {
    /// `chat.postMessage`: about one a second in a channel, with short bursts (Slack's rate
    /// limits).
    static final Limit POST = new Limit("chat.postMessage", 4, Duration.ofSeconds(1));

    /// `chat.update`: about 50 a minute for all cards of the workspace together.
    static final Limit UPDATE = new Limit("chat.update", 10, Duration.ofMillis(1200));

    /// `conversations.history` and `conversations.replies`: tier 3, about 50 a minute each (Slack's
    /// rate limits).
    static final Limit FIND = new Limit("conversations.history", 5, Duration.ofMillis(1300));

    static final Limit REPLIES = new Limit("conversations.replies", 5, Duration.ofMillis(1300));

    /// @param burst calls at once after a rest
    /// @param every one more call comes back after this
    record Limit(String method, int burst, Duration every) {}

    private static final class Bucket {
        private double tokens;
        private Instant at;

        Bucket(double tokens, Instant at) {
            this.tokens = tokens;
            this.at = at;
        }
    }

    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new HashMap<>();
    private final Map<String, Instant> pauses = new HashMap<>();

    Pace(InstantSource clock) {
        this.clock = clock;
    }

    /// Takes a call's place.
    ///
    /// @param scope the channel for limits that count by channel, else empty
    /// @return false when the call must wait
    boolean take(Limit limit, String scope) {
        Instant now = clock.instant();
        if (pausedUntil(limit).isAfter(now)) {
            return false;
        }
        Bucket bucket =
                buckets.computeIfAbsent(
                        limit.method() + "/" + scope, _ -> new Bucket(limit.burst(), now));
        double back =
                (double) Duration.between(bucket.at, now).toMillis() / limit.every().toMillis();
        bucket.tokens = Math.min(limit.burst(), bucket.tokens + Math.max(0, back));
        bucket.at = now;
        if (bucket.tokens < 1) {
            return false;
        }
        bucket.tokens -= 1;
        return true;
    }

    /// Slack said `Retry-After`.
    private void pause(Limit limit, Duration retryAfter) {
        Instant until = clock.instant().plus(retryAfter);
        pauses.merge(limit.method(), until, (a, b) -> a.isAfter(b) ? a : b);
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

    private Instant pausedUntil(Limit limit) {
        return pauses.getOrDefault(limit.method(), Instant.EPOCH);
    }
}
