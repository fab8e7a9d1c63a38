package io.frops.integrations.slack.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.core.chat.Block;
import io.frops.core.chat.Block.Input.Kind;
import io.frops.core.chat.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Questions as Slack's input blocks. A question's name is its `block_id` and its `action_id`.
final class Inputs {
    private Inputs() {}

    static ObjectNode of(Block.Input input) {
        ObjectNode node =
                Json.of("input").put("block_id", input.name()).put("optional", input.optional());
        node.set("label", Json.plain(input.label(), Limits.LABEL));
        String hint = input.hint();
        if (hint != null && !hint.isBlank()) {
            node.set("hint", Json.plain(hint, Limits.LABEL));
        }
        node.set("element", element(input.name(), input.kind()));
        return node;
    }

    private static ObjectNode element(String name, Kind kind) {
        return switch (kind) {
            case Kind.Line(var initial, String placeholder, int longest) ->
                    typed(name, initial, placeholder, longest, false);
            case Kind.Lines(var initial, String placeholder, int longest) ->
                    typed(name, initial, placeholder, longest, true);
            case Kind.OneOf(List<Choice> choices, var chosen) ->
                    Elements.menu(name, "Choose\u2026", choices, chosen)
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "question " + name + " has no choices"));
        };
    }

    private static ObjectNode typed(
            String name,
            @Nullable String initial,
            String placeholder,
            int longest,
            boolean multiline) {
        int most = Math.clamp(longest, 1, Limits.TYPED);
        ObjectNode node =
                Json.of("plain_text_input")
                        .put("action_id", name)
                        .put("multiline", multiline)
                        .put("max_length", most);
        if (initial != null && !initial.isEmpty()) {
            node.put("initial_value", Limits.cut(initial, most));
        }
        if (!placeholder.isBlank()) {
            node.set("placeholder", Json.plain(placeholder, Limits.PLACEHOLDER));
        }
        return node;
    }
}
