package io.frops.sandbox.slack.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// What goes into an envelope.
///
/// @param type `slash_commands`, `interactive` or `events_api`
/// @param answerable whether the acknowledgement may carry an answer
/// @param retry of an event; null for everything else
public record Parcel(String type, JsonNode payload, boolean answerable, @Nullable Retry retry) {
    /// How often an event was delivered before, and why again.
    public record Retry(int attempt, String reason) {}

    ObjectNode envelope(String id) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.put("envelope_id", id).put("type", type);
        envelope.put("accepts_response_payload", answerable);
        envelope.set("payload", payload);
        if (retry != null) {
            envelope.put("retry_attempt", retry.attempt()).put("retry_reason", retry.reason());
        }
        return envelope;
    }
}
