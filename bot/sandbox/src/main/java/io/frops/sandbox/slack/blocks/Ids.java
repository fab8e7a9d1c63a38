package io.frops.sandbox.slack.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Fills in what Slack fills in: ids of blocks, elements and attachments that came without one.
public final class Ids {
    private final Supplier<String> random;

    /// @param random a short text, different each time
    public Ids(Supplier<String> random) {
        this.random = random;
    }

    /// A copy in which every block has a `block_id` and every element an `action_id`.
    public @Nullable ArrayNode blocks(@Nullable JsonNode blocks) {
        if (!(blocks instanceof ArrayNode array)) {
            return null;
        }
        ArrayNode copy = array.deepCopy();
        copy.forEach(this::block);
        return copy;
    }

    /// A copy in which every attachment has its number, a fallback, and blocks with ids.
    public @Nullable ArrayNode attachments(@Nullable JsonNode attachments) {
        if (!(attachments instanceof ArrayNode array)) {
            return null;
        }
        ArrayNode copy = array.deepCopy();
        int number = 1;
        for (JsonNode attachment : copy) {
            if (attachment instanceof ObjectNode object) {
                object.put("id", number++);
                object.path("blocks").forEach(this::block);
                if (!object.has("fallback")) {
                    object.put("fallback", "[no preview available]");
                }
            }
        }
        return copy;
    }

    private void block(JsonNode node) {
        if (!(node instanceof ObjectNode block)) {
            return;
        }
        if (!block.has("block_id")) {
            block.put("block_id", random.get());
        }
        element(block.path("accessory"));
        element(block.path("element"));
        if (block.path("type").asText("").equals("actions")) {
            block.path("elements").forEach(this::element);
        }
    }

    private void element(JsonNode node) {
        if (node instanceof ObjectNode element
                && !element.has("action_id")
                && !element.path("type").asText("").equals("image")) {
            element.put("action_id", random.get());
        }
    }
}
