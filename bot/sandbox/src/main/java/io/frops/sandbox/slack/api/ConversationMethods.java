package io.frops.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.sandbox.slack.workspace.Change;
import io.frops.sandbox.slack.workspace.Channel;
import io.frops.sandbox.slack.workspace.Refusal;
import io.frops.sandbox.slack.workspace.Workspace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// conversations.*: what there is, who is in it, joining and opening.
final class ConversationMethods {
    private static final Map<String, Channel.Kind> TYPES =
            Map.of(
                    "public_channel", Channel.Kind.PUBLIC,
                    "private_channel", Channel.Kind.PRIVATE,
                    "im", Channel.Kind.DIRECT);

    private final Workspace workspace;
    private final Conversations conversations;

    ConversationMethods(Workspace workspace, Conversations conversations) {
        this.workspace = workspace;
        this.conversations = conversations;
    }

    Map<String, Function<Call, ObjectNode>> all() {
        return Map.of(
                "conversations.list", this::list,
                "conversations.info", this::info,
                "conversations.members", this::members,
                "conversations.join", this::join,
                "conversations.open", this::open);
    }

    private ObjectNode list(Call call) {
        Set<Channel.Kind> kinds = kinds(call);
        boolean living = call.flag("exclude_archived");
        List<Channel> all =
                workspace.channels().stream()
                        .filter(c -> kinds.contains(c.kind()))
                        .filter(c -> c.kind() == Channel.Kind.PUBLIC || conversations.member(c))
                        .filter(c -> !living || !c.archived())
                        .toList();
        int limit = call.limit(100, 1000, "invalid_limit");
        Cursor<Channel> page = Cursor.page(all, call, limit, Channel::id);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode channels = answer.putArray("channels");
        page.items().forEach(c -> channels.add(conversations.json(c)));
        page.describe(answer);
        return answer;
    }

    /// The kinds that `types` names; `mpim` is known but there are none.
    static Set<Channel.Kind> kinds(Call call) {
        String types = call.optional("types");
        Set<Channel.Kind> kinds = new LinkedHashSet<>();
        for (String type : (types == null ? "public_channel" : types).split(",", -1)) {
            Channel.Kind kind = TYPES.get(type.strip());
            if (kind != null) {
                kinds.add(kind);
            } else if (!type.strip().equals("mpim")) {
                throw new Refusal("invalid_types");
            }
        }
        return kinds;
    }

    private ObjectNode info(Call call) {
        return channel(conversations.visible(call.text("channel")));
    }

    private ObjectNode channel(Channel channel) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("channel", conversations.json(channel));
        return answer;
    }

    private ObjectNode members(Call call) {
        Channel channel = conversations.visible(call.text("channel"));
        int limit = call.limit(100, 1000, "invalid_limit");
        Cursor<String> page =
                Cursor.page(List.copyOf(channel.members()), call, limit, Function.identity());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode members = answer.putArray("members");
        page.items().forEach(members::add);
        page.describe(answer);
        return answer;
    }

    private ObjectNode join(Call call) {
        Channel channel = conversations.visible(call.text("channel"));
        if (channel.kind() != Channel.Kind.PUBLIC) {
            throw new Refusal("method_not_supported_for_channel_type");
        }
        if (channel.archived()) {
            throw new Refusal("is_archived");
        }
        Channel joined = channel.joined(conversations.bot());
        if (!conversations.member(channel)) {
            workspace.apply(new Change.ChannelSet(joined));
        }
        return channel(joined);
    }

    private ObjectNode open(Call call) {
        String channel = call.optional("channel");
        if (channel != null) {
            return channel(conversations.visible(channel));
        }
        String users = call.optional("users");
        if (users == null) {
            throw new Refusal("users_list_not_supplied");
        }
        Set<String> ids =
                List.of(users.split(",", -1)).stream()
                        .map(String::strip)
                        .collect(Collectors.toSet());
        ids.remove(conversations.bot());
        if (ids.isEmpty()) {
            throw new Refusal("not_enough_users");
        }
        if (ids.size() > 1) {
            throw new Refusal("too_many_users");
        }
        String person = ids.iterator().next();
        if (workspace.person(person).isEmpty()) {
            throw new Refusal("user_not_found");
        }
        boolean old = workspace.channel("D" + person.substring(1)).isPresent();
        Channel direct = workspace.direct(person);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("no_op", old).put("already_open", old);
        if (call.flag("return_im")) {
            answer.set("channel", conversations.json(direct));
        } else {
            answer.putObject("channel").put("id", direct.id());
        }
        return answer;
    }
}
