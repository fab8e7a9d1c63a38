package io.frops.sandbox.slack.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What is wrong with a payload, in Slack's own form: a phrase and a JSON pointer.
final class Problems {
    private final List<String> found = new ArrayList<>();
    private final Set<String> blockIds = new HashSet<>();

    void add(String phrase, String pointer) {
        found.add(phrase + " [json-pointer:" + pointer + "]");
    }

    List<String> found() {
        return List.copyOf(found);
    }

    void blockId(JsonNode block, String pointer) {
        String id = block.path("block_id").asText("");
        longest(block, "block_id", 255, pointer);
        if (!id.isEmpty() && !blockIds.add(id)) {
            add("`block_id` " + id + " already exists for another block", pointer + "/block_id");
        }
    }

    /// A text field within 1 to `most` characters, where it is present.
    void longest(JsonNode node, String field, int most, String pointer) {
        JsonNode value = node.path(field);
        if (value.isMissingNode()) {
            return;
        }
        if (!value.isTextual()) {
            add("must be a string", pointer + "/" + field);
        } else if (value.asText().length() > most) {
            add("must be less than " + (most + 1) + " characters", pointer + "/" + field);
        }
    }

    /// An array of `least` to `most` items, where it is present. False when its items cannot be
    /// looked at.
    boolean items(JsonNode node, String field, int least, int most, String pointer) {
        JsonNode value = node.path(field);
        if (value.isMissingNode()) {
            return false;
        }
        String at = pointer + "/" + field;
        if (!value.isArray()) {
            add("must be an array", at);
            return false;
        }
        if (value.size() < least) {
            add("no less than " + least + " items allowed", at);
        }
        if (value.size() > most) {
            add("no more than " + most + " items allowed", at);
        }
        return true;
    }

    /// Every required field is there and nothing is there that is neither required nor optional.
    void shape(JsonNode node, Set<String> required, Set<String> optional, String pointer) {
        for (String field : required) {
            if (!node.has(field)) {
                add("missing required field: " + field, pointer);
            }
        }
        node.fieldNames()
                .forEachRemaining(field -> {
                    if (!required.contains(field) && !optional.contains(field)) {
                        add("invalid additional property: " + field, pointer);
                    }
                });
    }

    void oneOf(JsonNode node, String field, Set<String> allowed, String pointer) {
        if (node.has(field) && !allowed.contains(node.path(field).asText())) {
            add("must be one of " + String.join(", ", allowed), pointer + "/" + field);
        }
    }
}
