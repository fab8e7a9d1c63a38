package io.frops.sandbox.slack.api;

/// A way in which a call can go wrong.
public sealed interface Fault {
    /// `ok: false` with a code, nothing done.
    record Refuse(String code) implements Fault {}

    /// HTTP 429, nothing done.
    ///
    /// @param retryAfter seconds
    record TooMany(int retryAfter) implements Fault {}

    /// A bare HTTP status such as 500, nothing done.
    record Status(int code) implements Fault {}

    /// The connection is cut, nothing done.
    record Reset() implements Fault {}

    /// The call is done, and the connection is cut before its answer: an unknown outcome.
    record LostReply() implements Fault {}

    /// No answer until the fault is cleared or the simulator closes; then the connection is cut,
    /// nothing done.
    record Hang() implements Fault {}
}
