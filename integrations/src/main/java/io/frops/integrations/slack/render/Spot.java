package io.frops.integrations.slack.render;

import io.frops.core.chat.ChannelId;
import io.frops.core.chat.MessageRef;
import io.frops.core.chat.Place;
import org.jspecify.annotations.Nullable;

/// Where a person stands: the place that a command means, and whether what is said to them belongs
/// into the thread there or into the channel. A press on a card means the card's thread, but the
/// person is looking at the channel.
public record Spot(Place.Channel place, boolean inThread) {
    public static Spot channel(ChannelId channel) {
        return new Spot(new Place.Channel(channel, null), false);
    }

    public ChannelId channel() {
        return place.channel();
    }

    /// The thread to speak in.
    public @Nullable String thread() {
        MessageRef thread = place.thread();
        return inThread && thread != null ? thread.ts() : null;
    }
}
