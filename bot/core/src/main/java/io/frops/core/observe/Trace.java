package io.frops.core.observe;

import java.util.Optional;

/// Which request a thread is working for. Bound for the length of a call; a thread that is started
/// inside does not inherit it, so [Fanout] and [#carried] bind it again there.
///
/// @param traceId the chain of calls, across systems
/// @param requestId this request
/// @param userId on whose behalf; empty when nobody's
/// @param at the piece of work in that chain
public record Trace(String traceId, String requestId, String userId, Span at) {
    private static final ScopedValue<Trace> CURRENT = ScopedValue.newInstance();

    /// A request that is not exported.
    public Trace(String traceId, String requestId, String userId) {
        this(traceId, requestId, userId, Span.none());
    }

    /// The trace that this thread works for; empty outside of any request.
    public static Optional<Trace> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /// The span that this thread works in.
    public static Span span() {
        return CURRENT.isBound() ? CURRENT.get().at() : Span.none();
    }

    /// The same request in this span, whose trace may be another.
    static Trace of(Span span) {
        Trace here = CURRENT.isBound() ? CURRENT.get() : new Trace("", "", "");
        String traceId = span.at().map(Traceparent::traceId).orElse(here.traceId());
        return new Trace(traceId, here.requestId(), here.userId(), span);
    }

    /// The task, to be run in another thread under the trace of this one.
    public static Runnable carried(Runnable task) {
        return current().<Runnable>map(trace -> () -> trace.run(task)).orElse(task);
    }

    /// Runs work under this trace.
    public <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    /// Runs work under this trace.
    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }
}
