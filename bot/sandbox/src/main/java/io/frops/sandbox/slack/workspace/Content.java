package io.frops.sandbox.slack.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// What a message says. The nodes are shared and must not be changed.
///
/// @param metadata `event_type` and `event_payload`, as posted
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Content(
        String text,
        @Nullable ArrayNode blocks,
        @Nullable ArrayNode attachments,
        @Nullable ObjectNode metadata) {
    public static Content of(String text) {
        return new Content(text, null, null, null);
    }
}
