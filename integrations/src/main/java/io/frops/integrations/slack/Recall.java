package io.frops.integrations.slack;

import io.frops.core.access.DirectoryCache.Dated;
import io.frops.core.failure.IntegrationException;
import io.frops.core.store.Bounded;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Answers that are asked for again after ten minutes, and stay good for a day while no new one
/// comes. One question at a time for one thing; after a failure none for ten seconds.
///
/// @param <K> what is asked about
/// @param <T> the answer
final class Recall<K, T> {
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration GOOD = Duration.ofHours(24);
    private static final Duration REST = Duration.ofSeconds(10);

    /// More than are asked for within that rest. One that is forgotten is asked for again sooner.
    private static final int MOST_FAILURES = 1000;

    private final Function<K, Optional<Dated<T>>> stored;
    private final BiConsumer<K, Dated<T>> keep;
    private final Function<K, T> ask;
    private final InstantSource clock;
    private final Map<K, CompletableFuture<T>> asking = new ConcurrentHashMap<>();
    private final Map<K, Failure> failures = Bounded.map(MOST_FAILURES);

    Recall(
            Function<K, Optional<Dated<T>>> stored,
            BiConsumer<K, Dated<T>> keep,
            Function<K, T> ask,
            InstantSource clock) {
        this.stored = stored;
        this.keep = keep;
        this.ask = ask;
        this.clock = clock;
    }

    private record Failure(String why, Instant until) {}

    /// An answer, or why there is none.
    sealed interface Found<T> {
        record Known<T>(T answer) implements Found<T> {}

        record Nothing<T>(String why) implements Found<T> {}
    }

    /// Begins to ask where it is needed; [Pending#await] gives the best that is known by then.
    Pending begin(K key) {
        Optional<Dated<T>> kept = stored.apply(key);
        Instant now = clock.instant();
        boolean fresh = kept.filter(k -> now.isBefore(k.at().plus(FRESH))).isPresent();
        Failure failure = failures.get(key);
        if (fresh || (failure != null && now.isBefore(failure.until))) {
            return new Pending(key, kept, null);
        }
        return new Pending(key, kept, asking.computeIfAbsent(key, this::start));
    }

    private CompletableFuture<T> start(K key) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("slack-directory").start(() -> ask(key, answer));
        return answer;
    }

    /// The question is over before its answer is told: whoever asks after that asks anew.
    private void ask(K key, CompletableFuture<T> answer) {
        try {
            T told = ask.apply(key);
            keep.accept(key, new Dated<>(told, clock.instant()));
            failures.remove(key);
            asking.remove(key);
            answer.complete(told);
        } catch (RuntimeException e) {
            String why =
                    e instanceof IntegrationException i ? i.safeMessage() : "a mistake of ours";
            failures.put(key, new Failure(why, clock.instant().plus(REST)));
            asking.remove(key);
            answer.completeExceptionally(e);
        }
    }

    /// A question on its way, or none where none was needed.
    final class Pending {
        private final K key;
        private final Optional<Dated<T>> kept;
        private final @org.jspecify.annotations.Nullable CompletableFuture<T> answer;

        private Pending(
                K key,
                Optional<Dated<T>> kept,
                @org.jspecify.annotations.Nullable CompletableFuture<T> answer) {
            this.key = key;
            this.kept = kept;
            this.answer = answer;
        }

        Found<T> await(Duration patience) {
            if (answer == null) {
                return remembered();
            }
            try {
                return new Found.Known<>(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException | ExecutionException _) {
                return remembered();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return remembered();
            }
        }

        private Found<T> remembered() {
            Failure failure = failures.get(key);
            String why = failure == null ? "Slack did not answer in time" : failure.why;
            return kept.filter(k -> clock.instant().isBefore(k.at().plus(GOOD)))
                    .<Found<T>>map(k -> new Found.Known<>(k.answer()))
                    .orElseGet(() -> new Found.Nothing<>(why));
        }
    }
}
