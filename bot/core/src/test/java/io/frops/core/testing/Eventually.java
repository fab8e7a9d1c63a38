package io.frops.core.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what another thread or process brings about, up to a deadline.
public final class Eventually {
    private static final long PAUSE = Duration.ofMillis(10).toNanos();

    private Eventually() {}

    /// @throws AssertionError naming `what` when it did not come true in time
    public static void await(String what, Duration within, BooleanSupplier condition) {
        long deadline = System.nanoTime() + within.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("not within " + within + ": " + what);
            }
            LockSupport.parkNanos(PAUSE);
        }
    }
}
