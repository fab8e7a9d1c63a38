package io.frops.core.observe;

import java.util.Optional;

/// Which request a thread is working for. Bound for the length of a call; a thread that is started
/// inside does not inherit it, so [Fanout] binds it again there.
///
/// @param traceId the chain of calls, across systems
/// @param requestId this request
/// @param userId on whose behalf; empty when nobody's
public record Trace(String traceId, String requestId, String userId) {
    private static final ScopedValue<Trace> CURRENT = ScopedValue.newInstance();

    /// The trace that this thread works for; empty outside of any request.
    public static Optional<Trace> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
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
