package io.frops.sandbox.slack.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Faults to order, with counters that prove they happened. Thread-safe.
public final class Faults {
    /// Every method.
    public static final String ANY = "*";

    /// A fault that happened.
    public record Hit(String method, Fault fault) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Deque<Fault>> ordered = new HashMap<>();
    private final List<Hit> hits = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final AtomicReference<CountDownLatch> hanging =
            new AtomicReference<>(new CountDownLatch(1));
    private volatile boolean down;

    Faults() {}

    /// The next `times` calls of a method, or of [#ANY], go wrong.
    public void failNext(String method, int times, Fault fault) {
        lock.lock();
        try {
            Deque<Fault> queue = ordered.computeIfAbsent(method, _ -> new ArrayDeque<>());
            for (int i = 0; i < times; i++) {
                queue.addLast(fault);
            }
        } finally {
            lock.unlock();
        }
    }

    /// While down, every call of the Web API finds its connection cut; the page still answers.
    public void down(boolean on) {
        down = on;
    }

    /// Forgets what is ordered, ends being down and lets go of calls that hang.
    public void clear() {
        lock.lock();
        try {
            ordered.clear();
            down = false;
        } finally {
            lock.unlock();
        }
        hanging.getAndSet(new CountDownLatch(1)).countDown();
    }

    /// Every fault that happened, oldest first.
    public List<Hit> hits() {
        return List.copyOf(hits);
    }

    /// How often a method was called, faults included.
    public int calls(String method) {
        AtomicInteger count = calls.get(method);
        return count == null ? 0 : count.get();
    }

    @Nullable Fault next(String method) {
        calls.computeIfAbsent(method, _ -> new AtomicInteger()).incrementAndGet();
        Fault fault = down ? new Fault.Reset() : take(method);
        if (fault != null) {
            hits.add(new Hit(method, fault));
        }
        return fault;
    }

    private @Nullable Fault take(String method) {
        lock.lock();
        try {
            for (String key : List.of(method, ANY)) {
                Deque<Fault> queue = ordered.get(key);
                if (queue != null && !queue.isEmpty()) {
                    return queue.removeFirst();
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    void hang() {
        try {
            hanging.get().await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
