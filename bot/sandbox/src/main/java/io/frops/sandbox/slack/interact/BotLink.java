package io.frops.sandbox.slack.interact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// The way from Slack to the bot. Each waits for the bot's acknowledgement.
public sealed interface BotLink permits HttpLink, SocketLink {
    /// @param fields of a slash command
    BotReply command(Map<String, String> fields);

    /// @param payload of a press, a submitted or a closed view
    BotReply interaction(ObjectNode payload);

    /// @param retry 0 for the first delivery
    /// @param reason why it is delivered again
    BotReply event(ObjectNode envelope, int retry, String reason);
}
