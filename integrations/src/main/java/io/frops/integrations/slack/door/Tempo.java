package io.frops.integrations.slack.door;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// How long a look is waited for before the person is told that it is being worked on. While
/// something that looks need does not answer, nobody is kept waiting to learn it again.
final class Tempo {
    /// A look that takes longer shows that something hangs.
    static final Duration SLOW = Duration.ofMillis(700);

    /// While something hangs.
    static final Duration SHORT = Duration.ofMillis(20);

    /// How long a slow look is remembered.
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private static final long NEVER = Long.MIN_VALUE;

    private final LongSupplier nanos;
    private final AtomicLong slowAt = new AtomicLong(NEVER);

    /// @param nanos a monotonic clock
    Tempo(LongSupplier nanos) {
        this.nanos = nanos;
    }

    long begin() {
        return nanos.getAsLong();
    }

    /// How long to wait for a look's outcome.
    Duration patience() {
        long at = slowAt.get();
        boolean hangs = at != NEVER && nanos.getAsLong() - at < REMEMBERED.toNanos();
        return hangs ? SHORT : Desk.PATIENCE;
    }

    /// A look that began then has an outcome, or is not waited for any longer.
    void ended(long begun) {
        long now = nanos.getAsLong();
        if (now - begun > SLOW.toNanos()) {
            slowAt.set(now);
        }
    }
}
