package io.frops.core.observe;

import io.frops.core.failure.IntegrationException;
import java.util.List;

/// Runs work as spans of the trace that this thread works for; where nothing is traced, just runs
/// it.
public final class Spans {
    private Spans() {}

    /// Work that may tell its span what came of it.
    @FunctionalInterface
    public interface Work<T, X extends Throwable> {
        T in(Span span) throws X;
    }

    /// Runs work as a part of the current span.
    public static <T, X extends Throwable> T within(String name, Work<T, X> work) throws X {
        return within(name, Span.Kind.INTERNAL, work);
    }

    /// Runs work as a part of the current span.
    public static <T, X extends Throwable> T within(String name, Span.Kind kind, Work<T, X> work)
            throws X {
        return run(Trace.span().child(name, kind, List.of()), work);
    }

    /// Runs work as this span, and ends it. What the work throws marks it as failed.
    public static <T, X extends Throwable> T run(Span span, Work<T, X> work) throws X {
        if (span.at().isEmpty()) {
            return work.in(Span.none());
        }
        boolean done = false;
        try {
            T value = Trace.of(span).call(() -> work.in(span));
            done = true;
            return value;
        } catch (IntegrationException e) {
            done = true;
            span.failed(word(e.kind()));
            throw e;
        } finally {
            if (!done) {
                span.failed("error");
            }
            span.end();
        }
    }

    /// A constant's name as an attribute's value.
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT);
    }
}
