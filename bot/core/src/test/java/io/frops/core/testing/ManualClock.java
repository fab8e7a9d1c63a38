package io.frops.core.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until a test moves it.
public final class ManualClock implements InstantSource {
    /// A Tuesday morning, within business hours.
    public static final Instant TUESDAY = Instant.parse("2026-03-10T09:00:00Z");

    private final AtomicReference<Instant> now;

    /// Starts at [#TUESDAY].
    public ManualClock() {
        this(TUESDAY);
    }

    public ManualClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    public Instant advance(Duration by) {
        return now.updateAndGet(then -> then.plus(by));
    }

    public void set(Instant to) {
        now.set(to);
    }
}
