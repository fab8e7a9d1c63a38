package io.frops.sandbox.alertmanager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Locale;

/// Reads posted JSON and refuses what does not fit in the words of the real one.
final class PostedJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private PostedJson() {}

    /// @param what the body's name in error messages
    static JsonNode read(String text, String what) {
        if (text.isBlank()) {
            throw Refusal.required(what);
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw unparsed(what, "invalid character in the JSON");
        }
    }

    static String text(String what, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        if (!node.isTextual()) {
            throw unfit(what, node, "string");
        }
        return node.textValue();
    }

    /// [Instant#MIN] for none.
    static Instant time(String what, JsonNode node) {
        String text = text(what, node);
        return text.isEmpty()
                ? Instant.MIN
                : Times.parse(text)
                        .orElseThrow(() ->
                                unparsed(
                                        what,
                                        "parsing time " + Labels.quoted(text) + ": cannot parse"));
    }

    static Refusal unfit(String what, JsonNode node, String expected) {
        String kind = node.getNodeType().name().toLowerCase(Locale.ROOT);
        return unparsed(
                what, "json: cannot unmarshal " + kind + " into Go value of type " + expected);
    }

    private static Refusal unparsed(String what, String why) {
        return Refusal.schema(
                400, 400, "parsing " + what + " body from \"\" failed, because " + why);
    }
}
