package io.frops.core.failure;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// An outside system failed us. The message is safe to show to people: no secret, no address with a
/// password, no stack trace.
public final class IntegrationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What kind of failure, so that callers can act on it.
    public enum Kind {
        /// Nothing answered, or it answered that it cannot now: try again later.
        UNAVAILABLE,
        /// No answer in time. Whether the call had its effect is unknown.
        TIMEOUT,
        /// Told to slow down; [IntegrationException#retryAfter] says for how long.
        RATE_LIMITED,
        /// Our credentials were refused, or lack a right.
        DENIED,
        /// The thing named does not exist (any more).
        NOT_FOUND,
        /// Exists, but cannot be used this way: archived, not a member, locked.
        NOT_USABLE,
        /// We sent something it does not take: our mistake.
        INVALID
    }

    private final String system;
    private final Kind kind;
    private final transient @Nullable Duration retryAfter;

    /// @param system the system's name as people know it, for example `Slack`
    /// @param safeMessage one sentence for people, with the remedy where there is one
    public IntegrationException(
            String system, Kind kind, String safeMessage, @Nullable Throwable cause) {
        this(system, kind, safeMessage, null, cause);
    }

    public IntegrationException(
            String system,
            Kind kind,
            String safeMessage,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(safeMessage, cause);
        this.system = system;
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public String system() {
        return system;
    }

    public Kind kind() {
        return kind;
    }

    public String safeMessage() {
        return String.valueOf(getMessage());
    }

    /// How long the system asked us to wait; absent unless rate limited.
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /// Whether the call may have had its effect although we got no answer.
    public boolean outcomeUnknown() {
        return kind == Kind.TIMEOUT;
    }
}
