package io.frops.integrations.slack.door;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a request is, as far as the guard must know before Bolt may see it.
///
/// @param kind Slack's type, or `command`, `ssl_check`
/// @param payload the JSON, or the form's fields
record Envelope(String kind, String body, JsonNode payload) {
    private static final Set<String> KNOWN =
            Set.of(
                    "command",
                    "ssl_check",
                    "url_verification",
                    "event_callback",
                    "block_actions",
                    "view_submission",
                    "view_closed");

    /// Slack's deepest JSON is a view in a message in a payload: about 20.
    private static final int DEEPEST = 100;

    private static final ObjectMapper JSON =
            new ObjectMapper(
                    JsonFactory.builder()
                            .streamReadConstraints(
                                    StreamReadConstraints.builder()
                                            .maxNestingDepth(DEEPEST)
                                            .build())
                            .build());

    private static final Pattern PERSON = Pattern.compile("[UW][A-Z0-9]{1,30}");
    private static final Pattern CHANNEL = Pattern.compile("[A-Z][A-Z0-9]{1,30}");
    private static final Pattern SOME = Pattern.compile("(?s).{1,255}");

    static Envelope open(byte[] bytes) throws Refusal {
        String body = FormText.utf8(bytes);
        if (body.stripLeading().startsWith("{")) {
            return typed(body, json(body));
        }
        Map<String, String> fields = FormText.fields(body);
        if (fields.containsKey("payload")) {
            return typed(body, json(fields.get("payload")));
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        fields.forEach(node::put);
        if (fields.containsKey("command")) {
            return known("command", body, node);
        }
        return known(fields.containsKey("ssl_check") ? "ssl_check" : "", body, node);
    }

    private static JsonNode json(String text) throws Refusal {
        try {
            JsonNode node = JSON.readTree(text);
            if (!node.isObject()) {
                throw new Refusal(400, "the payload is not a JSON object");
            }
            return node;
        } catch (JsonProcessingException _) {
            throw new Refusal(400, "the payload is not JSON, or nested too deeply");
        }
    }

    private static Envelope typed(String body, JsonNode payload) throws Refusal {
        return known(payload.path("type").asText(""), body, payload);
    }

    /// Bolt would log a request of another kind with all that is in it.
    private static Envelope known(String kind, String body, JsonNode payload) throws Refusal {
        if (!KNOWN.contains(kind)) {
            throw new Refusal(
                    400,
                    "no command, press, form or event that this bot handles. Compare the app's settings with"
                            + " config/slack-manifest.yaml");
        }
        Envelope envelope = new Envelope(kind, body, payload);
        envelope.checkFields();
        return envelope;
    }

    /// What the handlers rely on: they read it again out of Bolt's objects.
    private void checkFields() throws Refusal {
        switch (kind) {
            case "command" -> {
                need(payload.path("user_id"), PERSON, "user_id");
                need(payload.path("channel_id"), CHANNEL, "channel_id");
            }
            case "block_actions" -> {
                need(payload.path("user").path("id"), PERSON, "user.id");
                need(
                        payload.path("actions").path(0).path("action_id"),
                        SOME,
                        "actions[0].action_id");
                allow(payload.path("channel").path("id"), CHANNEL, "channel.id");
                allow(
                        payload.path("container").path("channel_id"),
                        CHANNEL,
                        "container.channel_id");
                if (payload.path("actions").size() != 1) {
                    throw new Refusal(400, "more than one action in one press");
                }
            }
            case "view_submission" -> {
                need(payload.path("user").path("id"), PERSON, "user.id");
                need(payload.path("view").path("callback_id"), SOME, "view.callback_id");
            }
            case "event_callback" -> {
                need(payload.path("event").path("type"), SOME, "event.type");
                need(payload.path("event_id"), SOME, "event_id");
                if (!isIdle()) {
                    need(payload.path("event").path("channel"), CHANNEL, "event.channel");
                }
            }
            case "url_verification" -> need(payload.path("challenge"), SOME, "challenge");
            default -> {}
        }
    }

    /// As [#need], of what a press in a form does not have.
    private void allow(JsonNode node, Pattern form, String name) throws Refusal {
        if (!node.isMissingNode() && !node.isNull()) {
            need(node, form, name);
        }
    }

    private void need(JsonNode node, Pattern form, String name) throws Refusal {
        if (!form.matcher(node.asText("")).matches()) {
            throw new Refusal(400, "a " + kind + " whose " + name + " is missing or malformed");
        }
    }

    Optional<String> eventId() {
        return Optional.ofNullable(payload.path("event_id").textValue());
    }

    /// An event that nobody here listens to, such as the edit of a message.
    boolean isIdle() {
        String type = payload.path("event").path("type").asText("");
        boolean heard =
                type.equals("app_mention")
                        || (type.equals("message")
                                && payload.path("event")
                                        .path("channel_type")
                                        .asText("")
                                        .equals("im"));
        return kind.equals("view_closed")
                || (kind.equals("event_callback")
                        && (!heard || payload.path("event").hasNonNull("subtype")));
    }

    /// Whether it comes from another workspace than ours. In an organization a member's home may be
    /// another workspace; there the directory decides.
    boolean isForeign(String own) {
        String team = payload.path("team").path("id").asText(payload.path("team_id").asText(own));
        JsonNode event = payload.path("event");
        String home =
                payload.path("user").path("team_id").asText(event.path("user_team").asText(own));
        boolean organization =
                payload.path("enterprise").isObject() || payload.hasNonNull("enterprise_id");
        return !team.equals(own) || (!organization && !home.equals(own));
    }
}
