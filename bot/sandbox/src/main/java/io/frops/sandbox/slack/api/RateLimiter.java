package io.frops.sandbox.slack.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// Slack's limits as sliding windows: so many calls in so long. Thread-safe.
///
/// Sources: tiers 1 to 4 of Slack's rate limit page (1, 20, 50, 100 a minute); chat.postMessage
/// about one a second a channel with short bursts, taken here as 10 in 10 s; chat.update 50 a
/// minute for the whole app.
final class RateLimiter {
    private final InstantSource clock;
    private final Map<String, Deque<Instant>> windows = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile double scale;

    /// @param scale how many times Slack's own limits; 0 turns them off
    RateLimiter(InstantSource clock, double scale) {
        this.clock = clock;
        this.scale = scale;
    }

    void scale(double newScale) {
        scale = newScale;
    }

    private record Limit(String key, int calls, Duration window) {}

    private static Limit limit(Catalogue.Method method, String channel) {
        if (method.name().equals("chat.postMessage")) {
            return new Limit(method.name() + "/" + channel, 10, Duration.ofSeconds(10));
        }
        int perMinute =
                switch (method.tier()) {
                    case "t1" -> 1;
                    case "t2" -> 20;
                    case "t3" -> 50;
                    case "t4" -> 100;
                    default -> 600;
                };
        return new Limit(method.name(), perMinute, Duration.ofMinutes(1));
    }

    /// Seconds to wait before another try, 0 when the call may go on; then it has been counted.
    int admit(Catalogue.Method method, String channel) {
        double by = scale;
        if (by <= 0) {
            return 0;
        }
        Limit limit = limit(method, channel);
        int most = Math.max(1, (int) Math.round(limit.calls() * by));
        Instant now = clock.instant();
        lock.lock();
        try {
            Deque<Instant> calls = windows.computeIfAbsent(limit.key(), _ -> new ArrayDeque<>());
            while (!calls.isEmpty() && !calls.getFirst().plus(limit.window()).isAfter(now)) {
                calls.removeFirst();
            }
            if (calls.size() < most) {
                calls.addLast(now);
                return 0;
            }
            Duration left = Duration.between(now, calls.getFirst().plus(limit.window()));
            return (int) Math.max(1, (left.toMillis() + 999) / 1000);
        } finally {
            lock.unlock();
        }
    }
}
