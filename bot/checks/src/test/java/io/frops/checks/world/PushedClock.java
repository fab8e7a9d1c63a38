package io.frops.checks.world;

import io.frops.app.cli.Terminal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// The wall clock, which a test can push forward.
public final class PushedClock implements InstantSource {
    private final Clock wall = Terminal.ofProcess().clock();
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return wall.instant().plus(ahead.get());
    }

    public void push(Duration by) {
        ahead.updateAndGet(a -> a.plus(by));
    }
}
