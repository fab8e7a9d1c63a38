package io.frops.app.cards;

/// A call that somebody waits for.
///
/// @param method Slack's method; empty when it is not known yet which call is needed
/// @param scope the channel for limits that count by channel, else empty
record Gate(String method, String scope) {
    /// Nothing is known: look at it.
    static final Gate NONE = new Gate("", "");
}
