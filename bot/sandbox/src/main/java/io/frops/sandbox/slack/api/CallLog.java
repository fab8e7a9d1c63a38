package io.frops.sandbox.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// The last calls of the Web API. Thread-safe.
public final class CallLog {
    private static final int KEPT = 10_000;

    /// One call.
    ///
    /// @param outcome `ok`, an error code, or `fault`
    /// @param unknown arguments that Slack does not document for the method
    public record Entry(
            Instant at, String method, JsonNode args, String outcome, Set<String> unknown) {
        public Entry {
            unknown = Set.copyOf(unknown);
        }
    }

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();

    CallLog() {}

    void add(Entry entry) {
        lock.lock();
        try {
            entries.addLast(entry);
            if (entries.size() > KEPT) {
                entries.removeFirst();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Oldest first.
    public List<Entry> all() {
        lock.lock();
        try {
            return List.copyOf(entries);
        } finally {
            lock.unlock();
        }
    }

    /// Calls of one method, oldest first.
    public List<Entry> of(String method) {
        return all().stream().filter(e -> e.method().equals(method)).toList();
    }
}
