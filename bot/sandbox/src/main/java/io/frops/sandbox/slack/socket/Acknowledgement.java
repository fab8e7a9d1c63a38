package io.frops.sandbox.slack.socket;

/// How the app answered an envelope.
public sealed interface Acknowledgement {
    /// In time.
    ///
    /// @param payload JSON; empty for none
    record Given(String payload) implements Acknowledgement {}

    /// Not within the time that Slack gives.
    record None() implements Acknowledgement {}

    /// No connection was open.
    record Nobody() implements Acknowledgement {}
}
