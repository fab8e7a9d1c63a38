package io.frops.core.store;

import java.util.Optional;

/// The lease of a process that has its store to itself.
final class LeaseAlone implements Lease {
    private final String name;
    private volatile boolean released;

    LeaseAlone(String name) {
        this.name = name;
    }

    @Override
    public long tenure() {
        return released ? 0 : 1;
    }

    @Override
    public void beat() {}

    /// Nobody waits for it, so that work under way may finish.
    @Override
    public void resign() {}

    @Override
    public void release() {
        released = true;
    }

    @Override
    public Status status() {
        return new Status(!released, released ? Optional.empty() : Optional.of(name), 1);
    }
}
