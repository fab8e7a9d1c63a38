package io.frops.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.sandbox.slack.workspace.Change;
import io.frops.sandbox.slack.workspace.Channel;
import io.frops.sandbox.slack.workspace.Message;
import io.frops.sandbox.slack.workspace.MessageJson;
import io.frops.sandbox.slack.workspace.Refusal;
import io.frops.sandbox.slack.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Reading a conversation back, and reactions.
final class HistoryMethods {
    private final Workspace workspace;
    private final Conversations conversations;

    HistoryMethods(Workspace workspace, Conversations conversations) {
        this.workspace = workspace;
        this.conversations = conversations;
    }

    Map<String, Function<Call, ObjectNode>> all() {
        return Map.of(
                "conversations.history", this::history,
                "conversations.replies", this::replies,
                "reactions.add", this::react);
    }

    /// Newest first; replies only when they were broadcast.
    private ObjectNode history(Call call) {
        Channel channel = conversations.visible(call.text("channel"));
        if (!conversations.member(channel)) {
            throw new Refusal("not_in_channel");
        }
        List<Message> all =
                workspace.messages(channel.id()).reversed().stream()
                        .filter(m -> !m.isReply() || m.broadcast())
                        .filter(m -> within(m, call))
                        .toList();
        return answer(
                Cursor.page(all, call, call.limit(100, 999, "invalid_arguments"), Message::ts),
                call);
    }

    /// Oldest first, beginning with the root, which is there whatever the bounds.
    private ObjectNode replies(Call call) {
        Channel channel = conversations.visible(call.text("channel"));
        Message asked =
                workspace
                        .message(channel.id(), call.text("ts"))
                        .orElseThrow(() -> new Refusal("thread_not_found"));
        String root = asked.isReply() ? String.valueOf(asked.threadTs()) : asked.ts();
        List<Message> all =
                workspace.thread(channel.id(), root).stream()
                        .filter(m -> m.ts().equals(root) || within(m, call))
                        .toList();
        return answer(
                Cursor.page(all, call, call.limit(1000, 1000, "invalid_arguments"), Message::ts),
                call);
    }

    private static boolean within(Message message, Call call) {
        String oldest = bound(call, "oldest");
        String latest = bound(call, "latest");
        boolean inclusive = call.flag("inclusive");
        int above = oldest.isEmpty() ? 1 : message.ts().compareTo(oldest);
        int below = latest.isEmpty() ? -1 : message.ts().compareTo(latest);
        return (above > 0 || (inclusive && above == 0)) && (below < 0 || (inclusive && below == 0));
    }

    /// A bound as a full `ts`, so that texts compare as numbers do.
    private static String bound(Call call, String name) {
        String given = call.text(name);
        if (given.isEmpty() || given.equals("0")) {
            return "";
        }
        if (!given.matches("\\d{1,10}(\\.\\d{1,6})?")) {
            throw new Refusal("invalid_ts_" + name);
        }
        String[] parts = given.split("\\.", -1);
        String micros = parts.length > 1 ? parts[1] : "";
        return "0".repeat(10 - parts[0].length())
                + parts[0]
                + "."
                + micros
                + "0".repeat(6 - micros.length());
    }

    private ObjectNode answer(Cursor<Message> page, Call call) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode messages = answer.putArray("messages");
        boolean metadata = call.flag("include_all_metadata");
        page.items().forEach(m -> messages.add(MessageJson.of(workspace, m, metadata)));
        answer.put("has_more", page.more());
        page.describe(answer);
        return answer;
    }

    private ObjectNode react(Call call) {
        Channel channel = conversations.visible(call.text("channel"));
        String reaction = call.text("name") + ":" + conversations.bot();
        if (!call.text("name").matches("[a-z0-9_+'-]+(::skin-tone-[2-6])?")) {
            throw new Refusal("invalid_name");
        }
        workspace.decide(tx -> {
            Message old =
                    tx.message(channel.id(), call.text("timestamp"))
                            .orElseThrow(() -> new Refusal("message_not_found"));
            if (old.reactions().contains(reaction)) {
                throw new Refusal("already_reacted");
            }
            return new Change.Written(old.reacted(reaction));
        });
        return JsonNodeFactory.instance.objectNode();
    }
}
