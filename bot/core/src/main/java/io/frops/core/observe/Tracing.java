package io.frops.core.observe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Begins spans and has those that ended exported. Neither ever waits for whoever they are exported
/// to, nor fails because of them.
public interface Tracing extends AutoCloseable {
    /// Traces nothing and costs nothing.
    Tracing OFF = (_, _, _, _) -> Span.none();

    /// Begins a span.
    ///
    /// @param parent what it is a part of; absent for a new trace
    /// @param others what else it is there for
    Span begin(String name, Span.Kind kind, @Nullable Traceparent parent, List<Traceparent> others);

    /// Begins a new trace of something done again and again: it is exported only if a span named
    /// [Span#WRITE] is part of it when it ends.
    default Span tentative(String name) {
        return Span.none();
    }

    /// For work that belongs to no trace by itself and may continue others.
    default Span idle() {
        return new NoSpan(this);
    }

    /// Exports what it still can within a second; the rest is lost.
    @Override
    default void close() {}
}
