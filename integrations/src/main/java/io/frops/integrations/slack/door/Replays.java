package io.frops.integrations.slack.door;

import com.slack.api.bolt.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/// Requests seen lately, each with the status it was answered with. This saves work and keeps a
/// replay's answer the same; that a replay has no second effect does not rest on it, but on the
/// command's id.
final class Replays {
    /// A signature is valid five minutes either way of its time stamp.
    private static final Duration KEPT = Duration.ofMinutes(10);

    /// Slack gives up at 3 s.
    private static final Duration FIRST = Duration.ofMillis(2_500);

    private static final int MOST = 10_000;

    /// What is done for the first request of its kind.
    @FunctionalInterface
    interface Work {
        Response run() throws Refusal;
    }

    private record Seen(CompletableFuture<Integer> status, Instant at) {}

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Seen> seen = new LinkedHashMap<>();

    Replays(InstantSource clock) {
        this.clock = clock;
    }

    /// Runs the first of its key. A replay gets the first one's status and nothing else, so that no
    /// token is shown twice.
    Response once(String key, Work work) throws Refusal {
        Optional<CompletableFuture<Integer>> first = firstOf(key);
        if (first.isPresent()) {
            return Response.builder().statusCode(status(first.get())).build();
        }
        int status = 500;
        try {
            Response answer = work.run();
            status = answer.getStatusCode();
            return answer;
        } catch (Refusal refusal) {
            status = refusal.status();
            throw refusal;
        } finally {
            answered(key, status);
        }
    }

    private static int status(CompletableFuture<Integer> first) {
        try {
            return first.get(FIRST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            return 503;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return 503;
        }
    }

    /// @return the first one's status, known once that is answered; empty for the first itself
    Optional<CompletableFuture<Integer>> firstOf(String key) {
        lock.lock();
        try {
            forget();
            Seen first =
                    seen.putIfAbsent(key, new Seen(new CompletableFuture<>(), clock.instant()));
            return Optional.ofNullable(first).map(Seen::status);
        } finally {
            lock.unlock();
        }
    }

    private void answered(String key, int status) {
        lock.lock();
        try {
            Seen first = seen.get(key);
            if (first != null) {
                first.status().complete(status);
            }
        } finally {
            lock.unlock();
        }
    }

    /// What failed may come again.
    void forget(String key) {
        lock.lock();
        try {
            seen.remove(key);
        } finally {
            lock.unlock();
        }
    }

    private void forget() {
        Instant old = clock.instant().minus(KEPT);
        Iterator<Seen> oldest = seen.values().iterator();
        while (oldest.hasNext()) {
            boolean full = seen.size() >= MOST;
            if (!oldest.next().at().isBefore(old) && !full) {
                return;
            }
            oldest.remove();
        }
    }
}
