package io.frops.sandbox.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.sandbox.slack.workspace.Change;
import io.frops.sandbox.slack.workspace.Channel;
import io.frops.sandbox.slack.workspace.Content;
import io.frops.sandbox.slack.workspace.Drafts;
import io.frops.sandbox.slack.workspace.Message;
import io.frops.sandbox.slack.workspace.MessageJson;
import io.frops.sandbox.slack.workspace.Refusal;
import io.frops.sandbox.slack.workspace.Tx;
import io.frops.sandbox.slack.workspace.Workspace;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// chat.*: writing, changing and deleting messages.
final class ChatMethods {
    /// Characters of `text` that chat.update and chat.postEphemeral take; chat.postMessage cuts at
    /// 40,000 instead.
    private static final int UPDATE_CAP = 4000;

    private final Workspace workspace;
    private final Conversations conversations;
    private final Drafts drafts;
    private final Supplier<URI> page;

    ChatMethods(
            Workspace workspace, Conversations conversations, Drafts drafts, Supplier<URI> page) {
        this.workspace = workspace;
        this.conversations = conversations;
        this.drafts = drafts;
        this.page = page;
    }

    Map<String, Function<Call, ObjectNode>> all() {
        return Map.of(
                "chat.postMessage", this::post,
                "chat.update", this::update,
                "chat.delete", this::delete,
                "chat.postEphemeral", this::ephemeral,
                "chat.getPermalink", this::permalink);
    }

    private ObjectNode post(Call call) {
        Channel channel = conversations.writable(conversations.target(call.text("channel")));
        Content content = drafts.read(raw(call), "msg_blocks_too_long");
        String thread = thread(channel, call);
        Message message =
                workspace.post(
                        channel.id(),
                        conversations.bot(),
                        content,
                        thread,
                        call.flag("reply_broadcast"));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("channel", channel.id()).put("ts", message.ts());
        answer.set("message", MessageJson.of(workspace, message, true));
        return answer;
    }

    /// The root of the thread that is meant: a reply to a reply goes to the same thread.
    private @Nullable String thread(Channel channel, Call call) {
        String wanted = call.optional("thread_ts");
        if (wanted == null) {
            return null;
        }
        Message parent =
                workspace
                        .message(channel.id(), wanted)
                        .orElseThrow(() -> new Refusal("cannot_reply_to_message"));
        return parent.isReply() ? parent.threadTs() : wanted;
    }

    private static Drafts.Raw raw(Call call) {
        JsonNode attachments = call.json("attachments", "invalid_arguments");
        return new Drafts.Raw(
                call.optional("text"),
                call.json("blocks", "invalid_blocks_format"),
                attachments,
                call.json("metadata", "invalid_metadata_format"));
    }

    private ObjectNode update(Call call) {
        Channel channel = conversations.visible(call.text("channel"));
        if (channel.archived()) {
            throw new Refusal("is_inactive");
        }
        Drafts.Raw raw = raw(call);
        capped(raw);
        Change.Written written =
                Objects.requireNonNull(
                        workspace.decide(tx -> {
                            Message old = own(tx, channel, call.text("ts"), "cant_update_message");
                            Content now =
                                    kept(drafts.read(merged(raw, old), "msg_too_long"), old, raw);
                            Message next = old.edited(now, tx.ts());
                            return new Change.Written(
                                    call.flag("reply_broadcast") ? next.broadcasting() : next);
                        }));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("channel", channel.id()).put("ts", call.text("ts"));
        answer.put("text", written.message().content().text());
        answer.set("message", MessageJson.of(workspace, written.message(), true));
        return answer;
    }

    /// Attachments that are not sent stay; blocks stay only when no text is sent either.
    private static Drafts.Raw merged(Drafts.Raw raw, Message old) {
        boolean textOnly = raw.text() != null && raw.blocks() == null;
        JsonNode blocks = raw.blocks() != null || textOnly ? raw.blocks() : old.content().blocks();
        JsonNode attachments =
                raw.attachments() != null ? raw.attachments() : old.content().attachments();
        String text =
                raw.text() != null || raw.blocks() != null ? raw.text() : old.content().text();
        return new Drafts.Raw(text, blocks, attachments, raw.metadata());
    }

    private static Content kept(Content now, Message old, Drafts.Raw raw) {
        return raw.metadata() != null
                ? now
                : new Content(
                        now.text(), now.blocks(), now.attachments(), old.content().metadata());
    }

    private static void capped(Drafts.Raw raw) {
        if (raw.text() != null && raw.text().length() > UPDATE_CAP) {
            throw new Refusal("msg_too_long");
        }
    }

    private Message own(Tx tx, Channel channel, String ts, String foreign) {
        Message message =
                tx.message(channel.id(), ts).orElseThrow(() -> new Refusal("message_not_found"));
        if (!message.user().equals(conversations.bot())) {
            throw new Refusal(foreign);
        }
        return message;
    }

    private ObjectNode delete(Call call) {
        Channel channel = conversations.visible(call.text("channel"));
        workspace.decide(tx -> {
            Message old = own(tx, channel, call.text("ts"), "cant_delete_message");
            return new Change.Deleted(channel.id(), old.ts());
        });
        return JsonNodeFactory.instance
                .objectNode()
                .put("channel", channel.id())
                .put("ts", call.text("ts"));
    }

    private ObjectNode ephemeral(Call call) {
        Channel channel = conversations.writable(conversations.target(call.text("channel")));
        String reader = call.text("user");
        if (!channel.members().contains(reader)) {
            throw new Refusal("user_not_in_channel");
        }
        Drafts.Raw raw = raw(call);
        capped(raw);
        Content content = drafts.read(raw, "msg_too_long");
        Message message =
                workspace.whisper(
                        channel.id(), conversations.bot(), reader, content, thread(channel, call));
        return JsonNodeFactory.instance.objectNode().put("message_ts", message.ts());
    }

    private ObjectNode permalink(Call call) {
        Channel channel = conversations.visible(call.text("channel"));
        String ts = call.text("message_ts");
        Message message =
                workspace
                        .message(channel.id(), ts)
                        .orElseThrow(() -> new Refusal("message_not_found"));
        String thread =
                message.isReply()
                        ? "?thread_ts=" + message.threadTs() + "&cid=" + channel.id()
                        : "";
        return JsonNodeFactory.instance
                .objectNode()
                .put("channel", channel.id())
                .put(
                        "permalink",
                        page.get()
                                + "/archives/"
                                + channel.id()
                                + "/p"
                                + ts.replace(".", "")
                                + thread);
    }
}
