package io.frops.sandbox.slack.socket;

import java.util.concurrent.atomic.AtomicInteger;

/// Counts, since the start.
public final class Tally {
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();

    Tally() {}

    void opened() {
        connections.incrementAndGet();
    }

    void sent() {
        sent.incrementAndGet();
    }

    void acknowledged() {
        acknowledged.incrementAndGet();
    }

    /// Connections that were opened.
    public int connections() {
        return connections.get();
    }

    /// Envelopes that went out, repeated ones each time.
    public int envelopes() {
        return sent.get();
    }

    /// Envelopes that were acknowledged in time.
    public int acknowledgements() {
        return acknowledged.get();
    }
}
