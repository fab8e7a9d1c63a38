package io.frops.integrations.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.core.chat.ChannelId;
import io.frops.core.chat.MessageRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One message to one Web API call, and the nonce in its metadata.
final class Posts {
    private static final String EVENT_TYPE = "frops_card";

    private final SlackCalls calls;

    Posts(SlackCalls calls) {
        this.calls = calls;
    }

    /// The arguments that every message has.
    static Map<String, String> arguments(ChannelId channel, ObjectNode part) {
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put("channel", channel.value());
        arguments.put("text", part.path("text").asText());
        // empty ones too: an update keeps what it does not name
        arguments.put("blocks", part.path("blocks").toString());
        arguments.put("attachments", part.path("attachments").toString());
        arguments.put("link_names", "false");
        arguments.put("parse", "none");
        return arguments;
    }

    /// Posts, joining a public channel first when the bot is not in it yet.
    MessageRef post(Map<String, String> arguments, String nonce) {
        Map<String, String> all = new LinkedHashMap<>(arguments);
        all.put("metadata", metadata(nonce));
        all.put("unfurl_links", "false");
        all.put("unfurl_media", "false");
        SlackCalls.Answer answer = calls.attempt("chat.postMessage", all);
        if (answer.is("not_in_channel") && join(arguments)) {
            answer = calls.attempt("chat.postMessage", all);
        }
        JsonNode posted = answer.orThrow();
        ChannelId channel = new ChannelId(posted.path("channel").asText(all.get("channel")));
        return new MessageRef(channel, posted.path("ts").asText());
    }

    private boolean join(Map<String, String> arguments) {
        String channel = String.valueOf(arguments.get("channel"));
        return calls.attempt("conversations.join", Map.of("channel", channel)).ok();
    }

    static Optional<String> nonce(JsonNode message) {
        JsonNode metadata = message.path("metadata");
        return metadata.path("event_type").asText("").equals(EVENT_TYPE)
                ? Optional.ofNullable(metadata.path("event_payload").path("nonce").textValue())
                : Optional.empty();
    }

    private static String metadata(String nonce) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("event_type", EVENT_TYPE);
        node.putObject("event_payload").put("nonce", nonce);
        return node.toString();
    }
}
