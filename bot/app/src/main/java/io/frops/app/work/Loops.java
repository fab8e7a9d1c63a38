package io.frops.app.work;

import io.frops.core.failure.IntegrationException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs things again and again, each in turn with itself, until closed. A failure is logged and the
/// next round comes.
public final class Loops implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Loops.class);

    /// Enough for one each: a hung one must not hold up the others.
    private static final int THREADS = 16;

    private static final long GRACE_SECONDS = 8;

    private final ScheduledExecutorService pool;

    public Loops() {
        ScheduledThreadPoolExecutor threads =
                new ScheduledThreadPoolExecutor(
                        THREADS, Thread.ofPlatform().name("loop-", 0).daemon().factory());
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        pool = threads;
    }

    /// @param pause between the end of one round and the beginning of the next
    public void every(Duration pause, String name, Runnable round) {
        // Each round catches its own failure, so nothing is lost with the future.
        var _ =
                pool.scheduleWithFixedDelay(
                        () -> guarded(name, round), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void guarded(String name, Runnable round) {
        try {
            round.run();
        } catch (IntegrationException e) {
            LOG.warn("A round of {} failed; the next one comes: {}", name, e.safeMessage());
        } catch (Throwable e) {
            // The edge: an error that got out would end the loop for good, unseen.
            LOG.error("A round of {} failed; the next one comes", name, e);
        }
    }

    /// No more rounds begin; those under way get so long.
    public void settle(Duration atMost) {
        pool.shutdown();
        try {
            var _ = pool.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Lets the rounds under way finish; no more begin.
    @Override
    public void close() {
        pool.shutdown();
        try {
            if (!pool.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
