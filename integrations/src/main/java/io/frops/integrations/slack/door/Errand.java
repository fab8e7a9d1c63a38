package io.frops.integrations.slack.door;

import io.frops.core.chat.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// A command on its way. Whoever waits too long withdraws it: a change that has not begun by then
/// does not begin.
final class Errand {
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final AtomicBoolean withdrawn = new AtomicBoolean();

    void finish(Outcome end) {
        outcome.complete(end);
    }

    Optional<Outcome> within(Duration patience) {
        try {
            return Optional.of(outcome.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    void withdraw() {
        withdrawn.set(true);
    }

    boolean isWithdrawn() {
        return withdrawn.get();
    }

    /// Runs once the outcome is there, on the errand's own thread or on this one.
    void then(Consumer<Outcome> next) {
        var _ = outcome.thenAccept(next);
    }
}
