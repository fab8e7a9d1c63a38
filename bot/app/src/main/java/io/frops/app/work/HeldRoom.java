package io.frops.app.work;

import io.frops.core.access.PersonId;
import io.frops.core.chat.ChannelId;
import io.frops.core.chat.ChatRoom;
import io.frops.core.chat.Message;
import io.frops.core.chat.MessageRef;
import io.frops.core.failure.IntegrationException;
import io.frops.core.store.Lease;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// The chat for one tenure of the lease: a holder that was paused, or is stopping, goes no further
/// than the call it is in. What slips through all the same meets the card's row.
public final class HeldRoom implements ChatRoom {
    private final ChatRoom room;
    private final Lease lease;
    private final long tenure;

    public HeldRoom(ChatRoom room, Lease lease) {
        this.room = room;
        this.lease = lease;
        tenure = lease.tenure();
    }

    private ChatRoom held() {
        if (lease.tenure() != tenure) {
            throw new IntegrationException(
                    "Slack",
                    IntegrationException.Kind.UNAVAILABLE,
                    "this replica does not look after cards any more",
                    null);
        }
        return room;
    }

    @Override
    public Optional<ChannelId> channel(String nameOrId) {
        return held().channel(nameOrId);
    }

    @Override
    public MessageRef post(ChannelId channel, Message message, String nonce) {
        return held().post(channel, message, nonce);
    }

    @Override
    public void update(MessageRef message, Message now) {
        held().update(message, now);
    }

    @Override
    public MessageRef reply(MessageRef root, Message message, String nonce, boolean broadcast) {
        return held().reply(root, message, nonce, broadcast);
    }

    @Override
    public void file(MessageRef root, String name, String title, String content) {
        held().file(root, name, title, content);
    }

    @Override
    public Optional<URI> link(MessageRef message) {
        return held().link(message);
    }

    @Override
    public void whisper(ChannelId channel, PersonId person, Message message) {
        held().whisper(channel, person, message);
    }

    @Override
    public void direct(PersonId person, Message message) {
        held().direct(person, message);
    }

    @Override
    public Optional<MessageRef> find(ChannelId channel, String nonce, Instant since) {
        return held().find(channel, nonce, since);
    }

    @Override
    public Set<String> replies(MessageRef root) {
        return held().replies(root);
    }

    /// What was posted once too often may always be taken away.
    @Override
    public void remove(MessageRef message) {
        room.remove(message);
    }
}
