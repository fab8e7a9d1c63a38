package io.frops.sandbox.slack.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/// Composition objects: texts, options, confirm dialogs. Limits are those of Slack's block
/// reference.
final class TextRules {
    private static final Set<String> TEXT_TYPES = Set.of("plain_text", "mrkdwn");

    private final Problems problems;

    TextRules(Problems problems) {
        this.problems = problems;
    }

    /// A text object, where it is present, of 1 to `most` characters.
    void text(JsonNode node, String field, int most, boolean plainOnly, String pointer) {
        JsonNode text = node.path(field);
        if (!text.isMissingNode()) {
            text(text, most, plainOnly, pointer + "/" + field);
        }
    }

    void text(JsonNode text, int most, boolean plainOnly, String at) {
        if (!text.isObject()) {
            problems.add("must be an object", at);
            return;
        }
        problems.shape(text, Set.of("type", "text"), Set.of("emoji", "verbatim"), at);
        String type = text.path("type").asText("");
        if (!TEXT_TYPES.contains(type) || (plainOnly && !type.equals("plain_text"))) {
            problems.add(
                    "must provide " + (plainOnly ? "a plain_text" : "a text") + " object",
                    at + "/type");
        }
        if (text.path("text").asText("").isEmpty()) {
            problems.add("must be more than 0 characters", at + "/text");
        }
        problems.longest(text, "text", most, at);
    }

    /// Options of a menu; their values must differ.
    void options(JsonNode node, String field, int least, int most, int valueMost, String pointer) {
        if (!problems.items(node, field, least, most, pointer)) {
            return;
        }
        int i = 0;
        Set<String> values = new java.util.HashSet<>();
        for (JsonNode option : node.path(field)) {
            String at = pointer + "/" + field + "/" + i++;
            option(option, valueMost, at);
            if (!values.add(option.path("value").asText())) {
                problems.add("`value` must be unique among the options", at + "/value");
            }
        }
    }

    void option(JsonNode option, int valueMost, String at) {
        problems.shape(option, Set.of("text", "value"), Set.of("description", "url"), at);
        text(option, "text", 75, false, at);
        text(option, "description", 75, false, at);
        problems.longest(option, "value", valueMost, at);
        problems.longest(option, "url", 3000, at);
    }

    void confirm(JsonNode node, String pointer) {
        JsonNode confirm = node.path("confirm");
        if (confirm.isMissingNode()) {
            return;
        }
        String at = pointer + "/confirm";
        problems.shape(confirm, Set.of("title", "text", "confirm", "deny"), Set.of("style"), at);
        text(confirm, "title", 100, true, at);
        text(confirm, "text", 300, false, at);
        text(confirm, "confirm", 30, true, at);
        text(confirm, "deny", 30, true, at);
        problems.oneOf(confirm, "style", Set.of("primary", "danger"), at);
    }
}
