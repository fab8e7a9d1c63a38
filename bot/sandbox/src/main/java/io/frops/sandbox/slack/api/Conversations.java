package io.frops.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.sandbox.slack.workspace.Channel;
import io.frops.sandbox.slack.workspace.Refusal;
import io.frops.sandbox.slack.workspace.Workspace;
import java.util.Optional;
import java.util.Set;

/// Conversations as the bot may see them.
final class Conversations {
    private final Workspace workspace;
    private final Set<String> scopes;

    Conversations(Workspace workspace, Set<String> scopes) {
        this.workspace = workspace;
        this.scopes = scopes;
    }

    String bot() {
        return workspace.team().bot().id();
    }

    boolean member(Channel channel) {
        return channel.members().contains(bot());
    }

    /// A conversation by id; a private one that the bot is not in does not exist for it.
    Channel visible(String id) {
        return workspace
                .channel(id)
                .filter(c -> c.kind() == Channel.Kind.PUBLIC || member(c))
                .orElseThrow(() -> new Refusal("channel_not_found"));
    }

    /// A conversation to post to: an id, `#name`, a name, or a person's id for their direct
    /// messages.
    Channel target(String name) {
        Optional<Channel> found = workspace.channel(name);
        if (found.isEmpty()) {
            String plain = name.startsWith("#") ? name.substring(1) : name;
            found = workspace.channels().stream().filter(c -> c.name().equals(plain)).findFirst();
        }
        if (found.isEmpty() || found.get().kind() == Channel.Kind.DIRECT) {
            if (workspace.person(name).filter(p -> !p.id().equals(bot())).isPresent()) {
                return workspace.direct(name);
            }
        }
        return visible(found.orElseThrow(() -> new Refusal("channel_not_found")).id());
    }

    /// Refuses a conversation that the bot cannot write to.
    Channel writable(Channel channel) {
        if (channel.archived()) {
            throw new Refusal("is_archived");
        }
        boolean open =
                channel.kind() == Channel.Kind.PUBLIC && scopes.contains("chat:write.public");
        if (!member(channel) && !open) {
            throw new Refusal("not_in_channel");
        }
        return channel;
    }

    /// A scope such as `channels:read` for the conversation's kind.
    static String scope(Channel.Kind kind, String right) {
        return switch (kind) {
                    case PUBLIC -> "channels:";
                    case PRIVATE -> "groups:";
                    case DIRECT -> "im:";
                }
                + right;
    }

    ObjectNode json(Channel channel) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", channel.id()).put("created", channel.created());
        json.put("is_archived", channel.archived());
        json.put("context_team_id", workspace.team().id());
        if (channel.kind() == Channel.Kind.DIRECT) {
            return json.put("is_im", true).put("user", channel.name()).put("is_open", true);
        }
        boolean open = channel.kind() == Channel.Kind.PUBLIC;
        json.put("name", channel.name()).put("name_normalized", channel.name());
        json.put("is_channel", open).put("is_group", !open).put("is_im", false);
        json.put("is_mpim", false).put("is_private", !open).put("is_general", false);
        json.put("is_member", member(channel)).put("num_members", channel.members().size());
        json.putObject("topic").put("value", channel.topic()).put("creator", "").put("last_set", 0);
        json.putObject("purpose").put("value", "").put("creator", "").put("last_set", 0);
        return json;
    }
}
