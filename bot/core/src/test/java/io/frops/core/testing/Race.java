package io.frops.core.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/// Several runners on their marks, let go together.
public final class Race {
    private static final long SECONDS = 60;

    private Race() {}

    /// Runs `runner` once for each number from 0, all at the same moment.
    ///
    /// @return what each returned, in order of the numbers
    /// @throws AssertionError when one failed, or some did not end within a minute
    public static <T> List<T> of(int runners, IntFunction<T> runner) {
        CountDownLatch marks = new CountDownLatch(runners);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < runners; i++) {
                int number = i;
                running.add(
                        pool.submit(() -> {
                            marks.countDown();
                            marks.await();
                            return runner.apply(number);
                        }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get(SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } catch (Exception e) {
            throw new AssertionError("a runner failed", e);
        }
    }
}
