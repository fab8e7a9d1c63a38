package io.frops.core.observe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs several calls side by side, each on a virtual thread of its own, against one deadline.
/// Interrupting a late one is best effort: each call still needs its own time-out.
public final class Fanout {
    private Fanout() {}

    /// What came of one call.
    public sealed interface Answer<T> {
        record Of<T>(T value) implements Answer<T> {}

        /// Not done by the deadline; interrupted.
        record Late<T>() implements Answer<T> {}

        record Threw<T>(Throwable cause) implements Answer<T> {}
    }

    /// Runs the calls under the caller's [Trace].
    ///
    /// @param within for all of them together, from now
    /// @return one answer for each call, in their order
    public static <T> List<Answer<T>> ask(List<? extends Callable<T>> calls, Duration within) {
        long end = System.nanoTime() + within.toNanos();
        List<FutureTask<T>> tasks = new ArrayList<>();
        for (Callable<T> call : calls) {
            FutureTask<T> task = new FutureTask<>(traced(call));
            tasks.add(task);
            Thread.ofVirtual().name("fanout-" + tasks.size()).start(task);
        }
        List<Answer<T>> answers = new ArrayList<>();
        for (FutureTask<T> task : tasks) {
            answers.add(answer(task, end));
        }
        return answers;
    }

    private static <T> Callable<T> traced(Callable<T> call) {
        return Trace.current().<Callable<T>>map(trace -> () -> trace.call(call::call)).orElse(call);
    }

    private static <T> Answer<T> answer(FutureTask<T> task, long end) {
        try {
            long left = Math.max(0, end - System.nanoTime());
            return new Answer.Of<>(task.get(left, TimeUnit.NANOSECONDS));
        } catch (TimeoutException _) {
            task.cancel(true);
            return new Answer.Late<>();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return new Answer.Threw<>(cause == null ? e : cause);
        } catch (InterruptedException _) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return new Answer.Late<>();
        }
    }
}
