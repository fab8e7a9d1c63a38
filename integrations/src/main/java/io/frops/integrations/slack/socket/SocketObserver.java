package io.frops.integrations.slack.socket;

/// Told how the connections fare, for metrics.
public interface SocketObserver {
    /// A connection ended, or Slack wants it replaced; another one is opened.
    ///
    /// @param reason one of a handful of words
    void replaced(String reason);

    /// Nobody can press or type anything until somebody does what the log says.
    void alarm();
}
