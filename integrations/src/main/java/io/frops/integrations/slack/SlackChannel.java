package io.frops.integrations.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.frops.core.chat.ChannelId;

/// A channel that the bot can see.
///
/// @param name without `#`
/// @param secret whether it is private
/// @param member whether the bot is in it
public record SlackChannel(
        ChannelId id, String name, boolean secret, boolean archived, boolean member) {
    static SlackChannel of(JsonNode channel) {
        return new SlackChannel(
                new ChannelId(channel.path("id").asText()),
                channel.path("name").asText(),
                channel.path("is_private").asBoolean(),
                channel.path("is_archived").asBoolean(),
                channel.path("is_member").asBoolean());
    }
}
