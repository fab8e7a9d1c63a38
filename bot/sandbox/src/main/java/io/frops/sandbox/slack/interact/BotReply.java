package io.frops.sandbox.slack.interact;

/// How the bot answered a post.
sealed interface BotReply {
    /// An answer in time.
    ///
    /// @param type its Content-Type
    record Answered(int status, String type, String body) implements BotReply {}

    /// Nothing within the time that Slack gives.
    record TimedOut() implements BotReply {}

    /// Nobody listens there, or the connection broke.
    record Unreachable() implements BotReply {}

    /// Whether Slack takes it as an acknowledgement.
    default boolean accepted() {
        return this instanceof Answered(int status, String _, String _) && status / 100 == 2;
    }

    /// The code that Slack shows a person when it was not an acknowledgement.
    default String code() {
        return switch (this) {
            case Answered(int status, String _, String _) when status / 100 == 4 ->
                    "http_client_error";
            case Answered _ -> "http_service_error";
            case TimedOut _ -> "operation_timeout";
            case Unreachable _ -> "dispatch_failed";
        };
    }
}
