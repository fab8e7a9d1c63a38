package io.frops.core.chat;

import org.jspecify.annotations.Nullable;

/// Where a command was given.
public sealed interface Place {
    /// In a channel, perhaps in a thread or on a message in it.
    ///
    /// @param thread the thread's root message, or the message whose control was pressed
    record Channel(ChannelId channel, @Nullable MessageRef thread) implements Place {}

    /// At a terminal, by `POST /commands`.
    record Terminal() implements Place {}
}
