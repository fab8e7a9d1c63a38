package io.frops.integrations.kubernetes;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One limit for a question, shared by all its calls, on the machine's monotonic clock.
record Deadline(long atNanos) {
    static Deadline in(Duration timeout) {
        return new Deadline(System.nanoTime() + timeout.toNanos());
    }

    /// The call's answer. A call that takes longer is abandoned.
    ///
    /// @throws TimeoutException when the deadline passed first
    /// @throws ExecutionException with the call's failure as its cause
    <T> T await(Future<T> call) throws TimeoutException, ExecutionException {
        try {
            return call.get(Math.max(1, atNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExecutionException("interrupted", e);
        } catch (CancellationException e) {
            throw new ExecutionException("shutting down", e);
        } finally {
            call.cancel(true);
        }
    }
}
