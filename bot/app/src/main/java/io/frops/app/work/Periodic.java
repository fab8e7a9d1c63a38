package io.frops.app.work;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Does something at most every so often, and longer apart when it takes long: at most a tenth of
/// the time is spent on it. For one thread.
public final class Periodic implements Runnable {
    private static final int SHARE = 10;

    private final LongSupplier nanos;
    private final long pause;
    private final Runnable task;
    private boolean rested = true;
    private long ended;
    private long took;

    /// @param nanos monotonic
    public Periodic(LongSupplier nanos, Duration pause, Runnable task) {
        this.nanos = nanos;
        this.pause = pause.toNanos();
        this.task = task;
    }

    /// The next call does it.
    public void now() {
        rested = true;
    }

    @Override
    public void run() {
        long begun = nanos.getAsLong();
        if (!rested && begun - ended < Math.max(pause, took * SHARE)) {
            return;
        }
        try {
            task.run();
        } finally {
            rested = false;
            ended = nanos.getAsLong();
            took = ended - begun;
        }
    }
}
