package io.frops.integrations.slack.socket;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/// How far a connection is. It only goes on.
final class Life {
    /// In their order.
    enum Phase {
        OPENING,
        OPEN,
        /// Still good, but Slack is about to end it.
        LEAVING,
        ENDED
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Phase phase = Phase.OPENING;
    private String reason = "";

    Phase phase() {
        lock.lock();
        try {
            return phase;
        } finally {
            lock.unlock();
        }
    }

    /// Why it is leaving or ended, by what came first; one of a handful of words.
    String reason() {
        lock.lock();
        try {
            return reason;
        } finally {
            lock.unlock();
        }
    }

    void open() {
        turn(Phase.OPEN, "");
    }

    void leave(String why) {
        turn(Phase.LEAVING, why);
    }

    void end(String why) {
        turn(Phase.ENDED, why);
    }

    private void turn(Phase to, String why) {
        lock.lock();
        try {
            if (phase.compareTo(to) < 0) {
                phase = to;
                reason = reason.isEmpty() ? why : reason;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// @return whether such a phase came within `most`
    boolean await(Predicate<Phase> awaited, Duration most) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = most.toNanos();
            while (!awaited.test(phase)) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
