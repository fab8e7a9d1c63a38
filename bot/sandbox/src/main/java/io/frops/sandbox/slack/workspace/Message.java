package io.frops.sandbox.slack.workspace;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message in a conversation.
///
/// @param ts its identity within the channel, seconds and microseconds: `1700000000.000100`
/// @param user who wrote it; the bot's user when the app did
/// @param threadTs of a reply, the `ts` of the message it replies to
/// @param broadcast a reply that is also shown in the channel
/// @param edited the `ts` of the last edit
/// @param reactions `name:user`, oldest first
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Message(
        String channel,
        String ts,
        String user,
        Content content,
        @Nullable String threadTs,
        boolean broadcast,
        @Nullable String edited,
        List<String> reactions) {
    public Message {
        reactions = List.copyOf(reactions);
    }

    public Message(
            String channel, String ts, String user, Content content, @Nullable String threadTs) {
        this(channel, ts, user, content, threadTs, false, null, List.of());
    }

    @JsonIgnore
    public boolean isReply() {
        return threadTs != null && !threadTs.equals(ts);
    }

    /// A reply that is shown in the channel too.
    @JsonIgnore
    public boolean isReplyShown() {
        return isReply() && broadcast;
    }

    public Message edited(Content now, String at) {
        return new Message(channel, ts, user, now, threadTs, broadcast, at, reactions);
    }

    public Message reacted(String reaction) {
        List<String> more = new java.util.ArrayList<>(reactions);
        more.add(reaction);
        return new Message(channel, ts, user, content, threadTs, broadcast, edited, more);
    }

    public Message broadcasting() {
        return new Message(channel, ts, user, content, threadTs, true, edited, reactions);
    }
}
