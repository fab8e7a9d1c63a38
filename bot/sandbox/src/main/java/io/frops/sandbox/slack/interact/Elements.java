package io.frops.sandbox.slack.interact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.sandbox.slack.workspace.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Interactive elements within blocks, and what acting on one sends.
final class Elements {
    private Elements() {}

    /// An element and the block it stands in.
    record Found(JsonNode element, String blockId) {
        String id() {
            return element.path("action_id").asText();
        }

        String type() {
            return element.path("type").asText();
        }
    }

    static List<JsonNode> blocks(Content content) {
        List<JsonNode> all = new ArrayList<>();
        if (content.blocks() != null) {
            content.blocks().forEach(all::add);
        }
        if (content.attachments() != null) {
            content.attachments().forEach(a -> a.path("blocks").forEach(all::add));
        }
        return all;
    }

    static List<Found> all(Iterable<JsonNode> blocks) {
        List<Found> all = new ArrayList<>();
        for (JsonNode block : blocks) {
            String id = block.path("block_id").asText();
            List<JsonNode> candidates = new ArrayList<>();
            candidates.add(block.path("accessory"));
            candidates.add(block.path("element"));
            block.path("elements").forEach(candidates::add);
            candidates.stream()
                    .filter(e -> e.has("action_id"))
                    .forEach(e -> all.add(new Found(e, id)));
        }
        return all;
    }

    /// The element with this action_id; of several, the one in the given block or with the given
    /// value.
    static Optional<Found> find(
            Iterable<JsonNode> blocks,
            String actionId,
            @Nullable String blockId,
            @Nullable JsonNode value) {
        List<Found> same =
                all(blocks).stream()
                        .filter(f -> f.id().equals(actionId))
                        .filter(f -> blockId == null || f.blockId().equals(blockId))
                        .toList();
        return same.stream()
                .filter(f -> value != null && f.element().path("value").equals(value))
                .findFirst()
                .or(() -> same.stream().findFirst());
    }

    /// Whether this value is what the element sends: a button's own, or one of the options.
    static boolean offers(Found found, @Nullable JsonNode value) {
        JsonNode element = found.element();
        if (value == null || !value.isTextual()) {
            return true;
        }
        if (found.type().equals("button")) {
            return !element.has("value") || element.path("value").equals(value);
        }
        ArrayNode options = options(element);
        return options.isEmpty() || options.findValuesAsText("value").contains(value.asText());
    }

    /// The `actions` entry for an element, empty when the value is none of its options.
    static Optional<ObjectNode> action(Found found, @Nullable JsonNode value, String ts) {
        ObjectNode action = JsonNodeFactory.instance.objectNode();
        action.put("type", found.type()).put("action_id", found.id());
        action.put("block_id", found.blockId()).put("action_ts", ts);
        if (found.type().equals("button")) {
            action.set("text", found.element().path("text"));
            for (String field : List.of("value", "style", "url")) {
                if (found.element().has(field)) {
                    action.set(field, found.element().path(field));
                }
            }
            return Optional.of(action);
        }
        if (found.element().has("placeholder")) {
            action.set("placeholder", found.element().path("placeholder"));
        }
        if (value == null) {
            return Optional.empty();
        }
        ObjectNode chosen = Values.of(found.element(), value);
        chosen.remove("type");
        boolean nothing = chosen.properties().stream().allMatch(e -> e.getValue().isNull());
        return nothing ? Optional.empty() : Optional.of(action.setAll(chosen));
    }

    static ArrayNode options(JsonNode element) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        element.path("options").forEach(all::add);
        element.path("option_groups").forEach(g -> g.path("options").forEach(all::add));
        return all;
    }
}
