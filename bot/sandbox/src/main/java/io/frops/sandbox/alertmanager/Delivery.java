package io.frops.sandbox.alertmanager;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One notification on its way. Failures that may pass are tried again with growing pauses until
/// the flush's time is over. Not for several threads at once.
final class Delivery {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final List<StoredAlert> alerts;
    private final Reason reason;
    private final Instant flushedAt;
    private final Instant deadline;
    private Instant nextTry;
    private Duration pause = FIRST_PAUSE;
    private boolean running;

    /// Why something is told, as releases since 0.32 say it.
    enum Reason {
        FIRST("first notification"),
        ADDED("new alerts added"),
        SOME_RESOLVED("some alerts resolved"),
        ALL_RESOLVED("all alerts resolved"),
        REPEAT("repeat interval elapsed");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    Delivery(List<StoredAlert> alerts, Reason reason, Instant flushedAt, Instant deadline) {
        this.alerts = List.copyOf(alerts);
        this.reason = reason;
        this.flushedAt = flushedAt;
        this.deadline = deadline;
        this.nextTry = flushedAt;
    }

    List<StoredAlert> alerts() {
        return alerts;
    }

    Reason reason() {
        return reason;
    }

    Instant flushedAt() {
        return flushedAt;
    }

    /// What is left for an attempt; the real one waits for an answer to the end of the flush.
    Duration left(Instant now) {
        Duration left = Duration.between(now, deadline);
        return left.isPositive() ? left : Duration.ofMillis(1);
    }

    boolean due(Instant now) {
        return !running && !nextTry.isAfter(now);
    }

    boolean running() {
        return running;
    }

    void started() {
        running = true;
    }

    /// Plans another try.
    ///
    /// @return false when the time for this flush is over
    boolean again(Instant now) {
        running = false;
        nextTry = now.plus(pause);
        pause = pause.multipliedBy(3).dividedBy(2);
        if (pause.compareTo(LONGEST_PAUSE) > 0) {
            pause = LONGEST_PAUSE;
        }
        return nextTry.isBefore(deadline);
    }
}
