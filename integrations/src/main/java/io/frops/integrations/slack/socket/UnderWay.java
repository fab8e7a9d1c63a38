package io.frops.integrations.slack.socket;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Counts what is being handled, until nothing more is taken.
final class UnderWay {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition fewer = lock.newCondition();
    private boolean shut;
    private int count;

    /// Runs a task on a thread of its own; not at all once this is shut.
    void run(String name, Runnable task) {
        if (!begin()) {
            return;
        }
        Thread.ofVirtual()
                .name(name)
                .start(() -> {
                    try {
                        task.run();
                    } finally {
                        end();
                    }
                });
    }

    private boolean begin() {
        lock.lock();
        try {
            if (!shut) {
                count++;
            }
            return !shut;
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            count--;
            fewer.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits for a moment in which nothing is under way, and takes nothing more from then on. When
    /// there is no such moment within `patience`, takes nothing more, and waits as long again for
    /// the rest.
    void shut(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            idle(patience);
            shut = true;
            idle(patience);
        } finally {
            lock.unlock();
        }
    }

    private void idle(Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        while (count > 0 && left > 0) {
            left = fewer.awaitNanos(left);
        }
    }
}
