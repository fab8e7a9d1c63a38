package io.frops.core.notify;

import io.frops.core.chat.ChannelId;
import io.frops.core.chat.MessageRef;
import io.frops.core.incident.IncidentId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one channel has been shown of one incident.
///
/// @param version of this row, for compare-and-set; 1 at first
/// @param nonce names the post before its time stamp is known, and is in its metadata
/// @param ts the chat's time stamp once posted; absent while the post is under way or its outcome
///   unknown
/// @param shownVersion the incident's version that the card shows; 0 for none yet
/// @param threaded the last event's number told in the thread; 0 for none yet
public record CardRow(
        IncidentId incident,
        ChannelId channel,
        long version,
        String nonce,
        @Nullable String ts,
        long shownVersion,
        long threaded) {
    public static CardRow posting(IncidentId incident, ChannelId channel, String nonce) {
        return new CardRow(incident, channel, 1, nonce, null, 0, 0);
    }

    /// A card that goes on in another channel: what the thread there told is not told again.
    public static CardRow moved(
            IncidentId incident, ChannelId channel, String nonce, long threaded) {
        return new CardRow(incident, channel, 1, nonce, null, 0, threaded);
    }

    public Optional<MessageRef> message() {
        return ts == null ? Optional.empty() : Optional.of(new MessageRef(channel, ts));
    }

    public CardRow posted(String at, long shown) {
        return new CardRow(incident, channel, version + 1, nonce, at, shown, threaded);
    }

    public CardRow showing(long shown) {
        return new CardRow(incident, channel, version + 1, nonce, ts, shown, threaded);
    }

    public CardRow told(long seq) {
        return new CardRow(incident, channel, version + 1, nonce, ts, shownVersion, seq);
    }
}
