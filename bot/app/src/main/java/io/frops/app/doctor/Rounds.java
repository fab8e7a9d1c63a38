package io.frops.app.doctor;

import io.frops.core.failure.IntegrationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Runs checks side by side; none keeps the others waiting for longer than the limit.
final class Rounds {
    private final Duration limit;

    Rounds(Duration limit) {
        this.limit = limit;
    }

    /// @return the findings in the checks' order
    List<Finding> of(List<Check> checks) {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            long deadline = System.nanoTime() + limit.toNanos();
            List<Future<List<Finding>>> asked =
                    checks.stream().map(c -> threads.submit(c::findings)).toList();
            List<Finding> all = new ArrayList<>();
            for (int i = 0; i < checks.size(); i++) {
                all.addAll(answer(checks.get(i), asked.get(i), deadline));
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Finding> answer(Check check, Future<List<Finding>> asked, long deadline) {
        try {
            return asked.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return List.of(
                    Finding.fails(
                            check.system(),
                            "no answer in " + limit.toSeconds() + " s",
                            "See whether it is up and reachable from this machine."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(Finding.fails(check.system(), "interrupted", "Run it again."));
        } catch (ExecutionException e) {
            return List.of(broken(check, e.getCause()));
        }
    }

    private static Finding broken(Check check, @Nullable Throwable cause) {
        return cause instanceof IntegrationException known
                ? Finding.fails(check.system(), known, "")
                : Finding.fails(
                        check.system(),
                        "the check itself broke: " + cause,
                        "Please report this to the makers of frops.");
    }
}
