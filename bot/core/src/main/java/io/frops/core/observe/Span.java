package io.frops.core.observe;

import java.util.List;
import java.util.Optional;

/// One piece of work in a trace. Attributes are ids, counts, kinds and statuses: never a secret,
/// and never text that people or alerts brought. Threads may share it.
public interface Span {
    /// The name of spans that make a change durable.
    String WRITE = "write";

    /// Its side of a call.
    enum Kind {
        /// Somebody called us.
        SERVER,
        /// We call somebody.
        CLIENT,
        INTERNAL
    }

    /// Nothing is traced.
    static Span none() {
        return NoSpan.NONE;
    }

    /// Where it is; empty when nothing is traced here.
    Optional<Traceparent> at();

    /// What began it.
    Tracing tracing();

    Span set(String key, String value);

    Span set(String key, long value);

    /// @param kind what went wrong, in a word
    void failed(String kind);

    /// Nothing can be said of it afterwards.
    void end();

    /// Begins a part of it.
    default Span child(String name, Kind kind, List<Traceparent> others) {
        return at().map(place -> tracing().begin(name, kind, place, others)).orElse(none());
    }

    /// Begins a part of it.
    default Span child(String name) {
        return child(name, Kind.INTERNAL, List.of());
    }
}
