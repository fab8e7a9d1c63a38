package io.frops.integrations.slack;

import java.time.Duration;

/// Told of every call to Slack, for metrics.
public interface SlackObserver {
    /// @param method the Web API method, for example `chat.update`, or `response_url`
    /// @param outcome `ok`, Slack's error code, `429`, `http_503` and its like, `unreachable` or
    ///   `timeout`
    void called(String method, String outcome, Duration took);

    static SlackObserver none() {
        return (method, outcome, took) -> {};
    }
}
