package io.frops.integrations.slack.socket;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What Slack says over a socket.
sealed interface Frame {
    /// Slack's deepest JSON is a view in a message in a payload in an envelope: about 20.
    ObjectMapper JSON =
            new ObjectMapper(
                    JsonFactory.builder()
                            .streamReadConstraints(
                                    StreamReadConstraints.builder().maxNestingDepth(100).build())
                            .build());

    /// The connection is ready.
    record Hello() implements Frame {}

    /// The connection will end soon.
    record Disconnect(Reason reason) implements Frame {}

    /// Something that a person or the workspace did.
    ///
    /// @param takesBody whether the acknowledgement may carry an answer
    record Delivery(String id, String type, boolean takesBody, JsonNode payload) implements Frame {}

    /// Of a kind that is not known here; nothing follows from it.
    record Other() implements Frame {}

    /// Why Slack ends a connection.
    enum Reason {
        /// It is to end in about ten seconds.
        WARNING,
        /// Slack moves its connections about every few hours.
        REFRESH_REQUESTED,
        /// Socket Mode was switched off in the app's settings.
        LINK_DISABLED,
        /// Slack named another reason, or none.
        OTHER
    }

    /// Reads a frame; what is no JSON object is [Other].
    static Frame read(String text) {
        try {
            JsonNode frame = JSON.readTree(text);
            return switch (frame.path("type").asText("")) {
                case "hello" -> new Hello();
                case "disconnect" -> new Disconnect(reason(frame.path("reason").asText("")));
                case String type when frame.hasNonNull("envelope_id") ->
                        new Delivery(
                                frame.path("envelope_id").asText(),
                                type,
                                frame.path("accepts_response_payload").asBoolean(),
                                frame.path("payload"));
                case String _ -> new Other();
            };
        } catch (JsonProcessingException _) {
            return new Other();
        }
    }

    private static Reason reason(String word) {
        return switch (word) {
            case "warning" -> Reason.WARNING;
            case "refresh_requested" -> Reason.REFRESH_REQUESTED;
            case "link_disabled" -> Reason.LINK_DISABLED;
            case String _ -> Reason.OTHER;
        };
    }

    /// @param body JSON, or empty for an acknowledgement without an answer
    static String acknowledgement(Delivery delivery, String body) {
        ObjectNode ack = JSON.createObjectNode().put("envelope_id", delivery.id());
        if (!body.isEmpty() && delivery.takesBody()) {
            try {
                ack.set("payload", JSON.readTree(body));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the door's answers are JSON", e);
            }
        }
        return ack.toString();
    }
}
