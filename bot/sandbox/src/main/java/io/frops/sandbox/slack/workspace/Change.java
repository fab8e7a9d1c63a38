package io.frops.sandbox.slack.workspace;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/// Something that happened in the workspace; the journal holds these and nothing else.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Change.Written.class, name = "written"),
    @JsonSubTypes.Type(value = Change.Deleted.class, name = "deleted"),
    @JsonSubTypes.Type(value = Change.Whispered.class, name = "whispered"),
    @JsonSubTypes.Type(value = Change.Unwhispered.class, name = "unwhispered"),
    @JsonSubTypes.Type(value = Change.ChannelSet.class, name = "channel"),
    @JsonSubTypes.Type(value = Change.ModalsSet.class, name = "modals"),
    @JsonSubTypes.Type(value = Change.HomeSet.class, name = "home"),
    @JsonSubTypes.Type(value = Change.UrlSet.class, name = "url"),
    @JsonSubTypes.Type(value = Change.FileSet.class, name = "file"),
})
public sealed interface Change {
    /// A message stands as given, new or edited.
    record Written(Message message) implements Change {}

    record Deleted(String channel, String ts) implements Change {}

    /// A message that one person alone sees, new or replaced.
    record Whispered(String user, Message message) implements Change {}

    record Unwhispered(String user, String ts) implements Change {}

    record ChannelSet(Channel channel) implements Change {}

    /// The modals one person has open, the one on top last.
    record ModalsSet(String user, List<View> stack) implements Change {
        public ModalsSet {
            stack = List.copyOf(stack);
        }
    }

    record HomeSet(String user, View view) implements Change {}

    record UrlSet(ResponseUrl url) implements Change {}

    record FileSet(KeptFile file) implements Change {}
}
