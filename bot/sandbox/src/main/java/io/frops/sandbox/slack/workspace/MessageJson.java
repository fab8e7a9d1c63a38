package io.frops.sandbox.slack.workspace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A message as Slack's API and interaction payloads show it.
public final class MessageJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private MessageJson() {}

    /// A message with what is known of its thread.
    ///
    /// @param metadata whether the message's metadata is shown; Slack leaves it out unless asked
    public static ObjectNode of(Workspace workspace, Message message, boolean metadata) {
        ObjectNode json = JSON.objectNode();
        json.put("type", "message");
        if (message.isReply() && message.broadcast()) {
            json.put("subtype", "thread_broadcast");
        }
        author(json, workspace.team(), message);
        json.put("ts", message.ts()).put("text", message.content().text());
        json.put("team", workspace.team().id());
        content(json, message, metadata);
        edited(json, message);
        thread(json, workspace, message);
        reactions(json, message);
        return json;
    }

    private static void author(ObjectNode json, Team team, Message message) {
        json.put("user", message.user());
        if (message.user().equals(team.bot().id())) {
            json.put("bot_id", team.botId()).put("app_id", team.appId());
            json.putObject("bot_profile")
                    .put("id", team.botId())
                    .put("app_id", team.appId())
                    .put("name", team.bot().name())
                    .put("deleted", false)
                    .put("team_id", team.id());
        }
    }

    private static void content(ObjectNode json, Message message, boolean metadata) {
        Content content = message.content();
        if (content.blocks() != null) {
            json.set("blocks", content.blocks());
        }
        if (content.attachments() != null && !content.attachments().isEmpty()) {
            json.set("attachments", content.attachments());
        }
        if (metadata && content.metadata() != null) {
            json.set("metadata", content.metadata());
        }
    }

    private static void edited(ObjectNode json, Message message) {
        if (message.edited() != null) {
            json.putObject("edited").put("user", message.user()).put("ts", message.edited());
        }
    }

    private static void thread(ObjectNode json, Workspace workspace, Message message) {
        if (message.isReply()) {
            json.put("thread_ts", message.threadTs());
            workspace
                    .message(message.channel(), String.valueOf(message.threadTs()))
                    .ifPresent(parent -> json.put("parent_user_id", parent.user()));
            return;
        }
        List<Message> thread = workspace.thread(message.channel(), message.ts());
        if (thread.size() > 1) {
            List<Message> replies = thread.subList(1, thread.size());
            Set<String> users = new LinkedHashSet<>();
            replies.forEach(reply -> users.add(reply.user()));
            json.put("thread_ts", message.ts()).put("reply_count", replies.size());
            json.put("reply_users_count", users.size()).put("latest_reply", replies.getLast().ts());
            ArrayNode list = json.putArray("reply_users");
            users.forEach(list::add);
        }
    }

    private static void reactions(ObjectNode json, Message message) {
        Map<String, Set<String>> byName = new LinkedHashMap<>();
        for (String reaction : message.reactions()) {
            int colon = reaction.lastIndexOf(':');
            byName.computeIfAbsent(reaction.substring(0, colon), _ -> new LinkedHashSet<>())
                    .add(reaction.substring(colon + 1));
        }
        if (!byName.isEmpty()) {
            ArrayNode list = json.putArray("reactions");
            byName.forEach((name, users) -> {
                ObjectNode one = list.addObject().put("name", name);
                one.put("count", users.size());
                users.forEach(one.putArray("users")::add);
            });
        }
    }
}
