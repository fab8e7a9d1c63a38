package io.frops.core.chat;

import io.frops.core.access.PersonId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// The chat, as the product writes to it. Every method may throw
/// [io.frops.core.failure.IntegrationException]; after a time-out the outcome is unknown and
/// [#find] tells.
public interface ChatRoom {
    /// The id of a channel given by name (`#incidents`) or id.
    ///
    /// @return empty when the chat has no such channel that the bot can see
    Optional<ChannelId> channel(String nameOrId);

    /// Posts a message that carries a nonce in its metadata.
    MessageRef post(ChannelId channel, Message message, String nonce);

    /// Replaces a message.
    void update(MessageRef message, Message now);

    /// Posts into a message's thread, with a nonce in the reply's metadata.
    ///
    /// @param broadcast also show it in the channel
    MessageRef reply(MessageRef root, Message message, String nonce, boolean broadcast);

    /// Puts a text file into a message's thread. Repeating it puts another one there.
    ///
    /// @param name with its ending, for example `storm.csv`
    void file(MessageRef root, String name, String title, String content);

    /// Where people can open a message; empty when the chat does not know.
    Optional<URI> link(MessageRef message);

    /// Shows something to one person only.
    void whisper(ChannelId channel, PersonId person, Message message);

    /// A direct message.
    void direct(PersonId person, Message message);

    /// The message in a channel that carries a nonce, looking back no further than `since`.
    Optional<MessageRef> find(ChannelId channel, String nonce, Instant since);

    /// The nonces of the replies in a message's thread.
    Set<String> replies(MessageRef root);

    /// Removes a message that was posted twice.
    void remove(MessageRef message);
}
