package io.frops.sandbox.slack.interact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a person has entered, in the form of `state.values`.
final class Values {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Values() {}

    /// The state of one element. A value is a text, or an array of texts where several may be
    /// chosen.
    static ObjectNode of(JsonNode element, @Nullable JsonNode value) {
        String type = element.path("type").asText();
        ObjectNode state = JSON.objectNode().put("type", type);
        switch (type) {
            case "static_select", "radio_buttons", "overflow" ->
                    state.set("selected_option", option(element, value));
            case "multi_static_select", "checkboxes" ->
                    state.set("selected_options", options(element, value));
            case "users_select" -> text(state, "selected_user", element, "initial_user", value);
            case "multi_users_select" ->
                    state.set("selected_users", many(element.path("initial_users"), value));
            case "channels_select" ->
                    text(state, "selected_channel", element, "initial_channel", value);
            case "conversations_select" ->
                    text(state, "selected_conversation", element, "initial_conversation", value);
            case "datepicker" -> text(state, "selected_date", element, "initial_date", value);
            case "timepicker" -> text(state, "selected_time", element, "initial_time", value);
            default -> text(state, "value", element, "initial_value", value);
        }
        return state;
    }

    private static void text(
            ObjectNode state,
            String field,
            JsonNode element,
            String initial,
            @Nullable JsonNode value) {
        JsonNode shown = value == null ? element.path(initial) : value;
        String text = shown.asText("");
        state.put(field, text.isEmpty() ? null : text);
    }

    private static JsonNode option(JsonNode element, @Nullable JsonNode value) {
        if (value == null) {
            return element.has("initial_option") ? element.path("initial_option") : JSON.nullNode();
        }
        for (JsonNode option : Elements.options(element)) {
            if (option.path("value").asText().equals(value.asText())) {
                return option;
            }
        }
        return JSON.nullNode();
    }

    private static ArrayNode options(JsonNode element, @Nullable JsonNode value) {
        ArrayNode chosen = JSON.arrayNode();
        if (value == null) {
            element.path("initial_options").forEach(chosen::add);
            return chosen;
        }
        List<String> wanted = texts(value);
        for (JsonNode option : Elements.options(element)) {
            if (wanted.contains(option.path("value").asText())) {
                chosen.add(option);
            }
        }
        return chosen;
    }

    private static ArrayNode many(JsonNode initial, @Nullable JsonNode value) {
        ArrayNode chosen = JSON.arrayNode();
        texts(value == null ? initial : value).forEach(chosen::add);
        return chosen;
    }

    private static List<String> texts(JsonNode value) {
        List<String> all = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(v -> all.add(v.asText()));
        } else if (!value.asText("").isEmpty()) {
            all.addAll(List.of(value.asText().split(",", -1)));
        }
        return all;
    }

    /// `state.values` of all stateful elements.
    ///
    /// @param entered by `block_id` and then `action_id`, or flat by either; what is absent keeps
    ///   its initial value
    static ObjectNode all(Iterable<JsonNode> blocks, JsonNode entered) {
        ObjectNode values = JSON.objectNode();
        for (Elements.Found found : Elements.all(blocks)) {
            if (!found.type().equals("button") && !found.type().equals("overflow")) {
                values.withObjectProperty(found.blockId())
                        .set(found.id(), of(found.element(), entered(found, entered)));
            }
        }
        return values;
    }

    private static @Nullable JsonNode entered(Elements.Found found, JsonNode entered) {
        JsonNode block = entered.get(found.blockId());
        if (block != null && block.isObject()) {
            return block.get(found.id());
        }
        return entered.has(found.id()) ? entered.get(found.id()) : block;
    }

    /// What Slack itself finds wrong before it asks the app, by block_id.
    static Map<String, String> mistakes(Iterable<JsonNode> blocks, ObjectNode values) {
        Map<String, String> mistakes = new LinkedHashMap<>();
        for (JsonNode block : blocks) {
            if (block.path("type").asText().equals("input")) {
                String id = block.path("block_id").asText();
                JsonNode element = block.path("element");
                JsonNode state = values.path(id).path(element.path("action_id").asText());
                String mistake = mistake(block, element, state);
                if (mistake != null) {
                    mistakes.put(id, mistake);
                }
            }
        }
        return mistakes;
    }

    private static @Nullable String mistake(JsonNode block, JsonNode element, JsonNode state) {
        boolean empty =
                state.properties().stream()
                        .filter(e -> !e.getKey().equals("type"))
                        .allMatch(e ->
                                e.getValue().isNull()
                                        || (e.getValue().isArray() && e.getValue().isEmpty()));
        if (empty) {
            return block.path("optional").asBoolean()
                    ? null
                    : "Please complete this required field.";
        }
        int length = state.path("value").asText("").length();
        if (state.has("value") && length < element.path("min_length").asInt(0)) {
            return "Please enter at least %d characters."
                    .formatted(element.path("min_length").asInt());
        }
        if (state.has("value") && length > element.path("max_length").asInt(3000)) {
            return "Please enter at most %d characters."
                    .formatted(element.path("max_length").asInt(3000));
        }
        return null;
    }
}
