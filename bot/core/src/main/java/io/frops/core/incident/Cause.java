package io.frops.core.incident;

import io.frops.core.observe.Traceparent;

/// The trace of one write that card or thread show, so that whoever shows it, perhaps in another
/// replica, goes on with it.
///
/// @param version what was written
/// @param from the number of the first event in it
/// @param to the number of the last event in it
/// @param at the write's span
public record Cause(long version, long from, long to, Traceparent at) {
    /// So many are kept: a card that lags further behind goes on with the latest of them.
    static final int KEPT = 8;

    /// Whether this event was written there.
    public boolean has(long seq) {
        return from <= seq && seq <= to;
    }
}
