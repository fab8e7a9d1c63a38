package io.frops.app.http;

import io.frops.core.chat.Outcome;
import io.frops.core.observe.Trace;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Commands on their way. Whoever waits too long withdraws: a change that has not begun by then
/// does not begin, and one that is under way is looked after in the background.
final class Errands {
    private final Phaser busy = new Phaser(1);

    /// @param work is given the question whether it was withdrawn meanwhile; never throws
    /// @return empty when it was withdrawn
    Optional<Outcome> within(Duration patience, Function<BooleanSupplier, Outcome> work) {
        AtomicBoolean withdrawn = new AtomicBoolean();
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        background(() -> outcome.complete(work.apply(withdrawn::get)), outcome);
        try {
            return Optional.of(outcome.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            withdrawn.set(true);
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            withdrawn.set(true);
            return Optional.empty();
        }
    }

    private void background(Runnable task, CompletableFuture<Outcome> outcome) {
        busy.register();
        Runnable traced = Trace.carried(task);
        Thread.ofVirtual()
                .name("command")
                .start(() -> {
                    try {
                        traced.run();
                    } catch (RuntimeException e) {
                        outcome.completeExceptionally(e);
                    } finally {
                        busy.arriveAndDeregister();
                    }
                });
    }

    /// Waits until what was begun is done.
    void rest(Duration patience) {
        try {
            busy.awaitAdvanceInterruptibly(
                    busy.arrive(), patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            // Its outcome stays unknown, as its caller was told.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
