package io.frops.core.chat;

/// What stands behind every door: a command line from anywhere, through the one gate, to its
/// outcome. Never throws.
public interface Doors {
    Outcome handle(Invocation invocation);
}
