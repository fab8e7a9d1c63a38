package io.frops.app.cards;

import io.frops.core.access.PersonId;
import io.frops.core.chat.ChannelId;
import io.frops.core.chat.ChatRoom;
import io.frops.core.chat.Message;
import io.frops.core.chat.MessageRef;
import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.IntegrationException.Kind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A chat in memory that remembers every call, and fails as it is told.
final class FakeRoom implements ChatRoom {
    /// @param text of the message that was sent
    record Sent(Instant at, String method, String text, boolean failed) {}

    /// What stands in the chat.
    record Shown(Message message, String nonce, @Nullable MessageRef root) {}

    final List<Sent> sent = new ArrayList<>();
    final Map<MessageRef, Shown> shown = new LinkedHashMap<>();
    private final Map<String, Deque<IntegrationException>> faults = new HashMap<>();
    final List<String> files = new ArrayList<>();
    private final InstantSource clock;
    private final Set<ChannelId> closed = new HashSet<>();
    private boolean losesReplies;

    /// What others do while the next post is under way.
    Runnable meanwhile = () -> {};

    FakeRoom(InstantSource clock) {
        this.clock = clock;
    }

    /// The next call of a method is answered with 429.
    void tooMany(String method, Duration retryAfter) {
        faults.computeIfAbsent(method, _ -> new ArrayDeque<>())
                .add(
                        new IntegrationException(
                                "Slack", Kind.RATE_LIMITED, "slow down", retryAfter, null));
    }

    /// The next call of a method is refused.
    void refuse(String method) {
        faults.computeIfAbsent(method, _ -> new ArrayDeque<>())
                .add(new IntegrationException("Slack", Kind.DENIED, "a scope is missing", null));
    }

    /// The next post arrives, and its answer is lost.
    void loseReply() {
        losesReplies = true;
    }

    /// Nothing can be written to this channel, or again.
    void closed(String channel, boolean now) {
        ChannelId id = channel(channel).orElseThrow();
        if (now) {
            closed.add(id);
        } else {
            closed.remove(id);
        }
    }

    private void reach(ChannelId channel) {
        if (closed.contains(channel)) {
            throw new IntegrationException("Slack", Kind.NOT_USABLE, "archived", null);
        }
    }

    /// What was done, `post INC-1` and its like, without what failed.
    List<String> done() {
        return sent.stream()
                .filter(s -> !s.failed())
                .map(s -> s.method() + " " + s.text().replaceAll(" .*", ""))
                .toList();
    }

    List<Message> cards() {
        return shown.values().stream().filter(s -> s.root() == null).map(Shown::message).toList();
    }

    private void call(String method, String text) {
        IntegrationException fault = faults.computeIfAbsent(method, _ -> new ArrayDeque<>()).poll();
        sent.add(new Sent(clock.instant(), method, text, fault != null));
        if (fault != null) {
            throw fault;
        }
    }

    @Override
    public Optional<ChannelId> channel(String nameOrId) {
        return Optional.of(
                new ChannelId(nameOrId.replace("#", "C").toUpperCase(java.util.Locale.ROOT)));
    }

    @Override
    public MessageRef post(ChannelId channel, Message message, String nonce) {
        reach(channel);
        Runnable others = meanwhile;
        meanwhile = () -> {};
        others.run();
        call("post", message.text());
        return added(channel, new Shown(message, nonce, null));
    }

    private MessageRef added(ChannelId channel, Shown what) {
        MessageRef at = new MessageRef(channel, "" + (sent.size() + 1));
        shown.put(at, what);
        if (losesReplies) {
            losesReplies = false;
            throw new IntegrationException("Slack", Kind.TIMEOUT, "no answer", null);
        }
        return at;
    }

    @Override
    public void update(MessageRef message, Message now) {
        reach(message.channel());
        call("update", now.text());
        Shown before = shown.get(message);
        if (before == null) {
            throw new IntegrationException("Slack", Kind.NOT_FOUND, "no such message", null);
        }
        shown.put(message, new Shown(now, before.nonce(), before.root()));
    }

    @Override
    public MessageRef reply(MessageRef root, Message message, String nonce, boolean broadcast) {
        reach(root.channel());
        call("reply", message.text());
        return added(root.channel(), new Shown(message, nonce, root));
    }

    @Override
    public void file(MessageRef root, String name, String title, String content) {
        call("file", title);
        files.add(content);
    }

    @Override
    public Optional<URI> link(MessageRef message) {
        return Optional.of(URI.create("https://chat.example.com/" + message.ts()));
    }

    @Override
    public void whisper(ChannelId channel, PersonId person, Message message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void direct(PersonId person, Message message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<MessageRef> find(ChannelId channel, String nonce, Instant since) {
        call("find", nonce);
        return shown.entrySet().stream()
                .filter(e -> e.getValue().nonce().equals(nonce))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public Set<String> replies(MessageRef root) {
        call("replies", root.ts());
        Set<String> nonces = new TreeSet<>();
        shown.values().stream()
                .filter(s -> root.equals(s.root()))
                .forEach(s -> nonces.add(s.nonce()));
        return nonces;
    }

    @Override
    public void remove(MessageRef message) {
        shown.remove(message);
    }
}
