package io.frops.integrations.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.core.access.PersonId;
import io.frops.core.chat.ChannelId;
import io.frops.core.chat.ChatRoom;
import io.frops.core.chat.Message;
import io.frops.core.chat.MessageRef;
import io.frops.integrations.slack.render.Messages;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Slack as the product writes to it, by the Web API. No pacing here and no second tries: the one
/// who keeps the cards up to date does both.
final class SlackChatRoom implements ChatRoom {
    private final SlackCalls calls;
    private final Channels channels;
    private final Posts posts;
    private final Threads threads;
    private final Continuations continuations;
    private final Whispers whispers;
    private final Files files;
    private final Supplier<String> ids;

    /// @param ids a different text each time, for messages that nobody looks for again
    SlackChatRoom(
            SlackCalls calls,
            Whispers whispers,
            Files files,
            InstantSource clock,
            Supplier<String> ids) {
        this.files = files;
        this.ids = ids;
        this.calls = calls;
        this.whispers = whispers;
        this.channels = new Channels(calls, clock);
        this.posts = new Posts(calls);
        this.threads = new Threads(calls);
        this.continuations = new Continuations(calls, posts, threads);
    }

    @Override
    public Optional<ChannelId> channel(String nameOrId) {
        return channels.named(nameOrId);
    }

    @Override
    public MessageRef post(ChannelId channel, Message message, String nonce) {
        List<ObjectNode> parts = Messages.parts(message);
        MessageRef posted = posts.post(Posts.arguments(channel, parts.getFirst()), nonce);
        continuations.post(posted, posted, parts);
        return posted;
    }

    @Override
    public void update(MessageRef message, Message now) {
        List<ObjectNode> parts = Messages.parts(now);
        Map<String, String> arguments = Posts.arguments(message.channel(), parts.getFirst());
        arguments.put("ts", message.ts());
        calls.call("chat.update", arguments);
        continuations.update(message, parts);
    }

    @Override
    public MessageRef reply(MessageRef root, Message message, String nonce, boolean broadcast) {
        List<ObjectNode> parts = Messages.parts(message);
        Map<String, String> arguments = Posts.arguments(root.channel(), parts.getFirst());
        arguments.put("thread_ts", root.ts());
        arguments.put("reply_broadcast", String.valueOf(broadcast));
        MessageRef posted = posts.post(arguments, nonce);
        continuations.post(root, posted, parts);
        return posted;
    }

    @Override
    public void file(MessageRef root, String name, String title, String content) {
        files.share(root, name, title, content);
    }

    @Override
    public Optional<URI> link(MessageRef message) {
        SlackCalls.Answer answer =
                calls.attempt(
                        "chat.getPermalink",
                        Map.of("channel", message.channel().value(), "message_ts", message.ts()));
        String link = answer.body().path("permalink").asText("");
        return answer.ok() && !link.isEmpty() ? Optional.of(URI.create(link)) : Optional.empty();
    }

    @Override
    public void whisper(ChannelId channel, PersonId person, Message message) {
        whispers.tell(channel, null, person, Messages.parts(message));
    }

    @Override
    public void direct(PersonId person, Message message) {
        ChannelId channel =
                new ChannelId(
                        calls.call("conversations.open", Map.of("users", person.value()))
                                .path("channel")
                                .path("id")
                                .asText());
        post(channel, message, ids.get());
    }

    @Override
    public Optional<MessageRef> find(ChannelId channel, String nonce, Instant since) {
        return threads.find(channel, nonce, since);
    }

    @Override
    public Set<String> replies(MessageRef root) {
        return threads.byNonce(root).keySet().stream()
                .filter(nonce -> !Continuations.is(nonce))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void remove(MessageRef message) {
        Map<String, String> arguments =
                Map.of("channel", message.channel().value(), "ts", message.ts());
        SlackCalls.Answer answer = calls.attempt("chat.delete", arguments);
        if (!answer.is("message_not_found")) {
            answer.orThrow();
        }
    }
}
