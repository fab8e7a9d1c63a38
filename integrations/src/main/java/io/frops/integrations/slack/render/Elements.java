package io.frops.integrations.slack.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.core.chat.Choice;
import io.frops.core.chat.Confirm;
import io.frops.core.chat.Control;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Controls as Slack's elements. A control's words travel in its value.
final class Elements {
    private Elements() {}

    /// Empty for a control without a choice: Slack takes none.
    static Optional<ObjectNode> of(Control control) {
        return switch (control) {
            case Control.Button button -> Optional.of(button(button));
            case Control.LinkButton(String action, String label, URI target) ->
                    link(action, label, target);
            case Control.Menu(String action, String placeholder, var choices, var chosen) ->
                    menu(action, placeholder, choices, chosen);
            case Control.Overflow(String action, List<Choice> choices) -> overflow(action, choices);
        };
    }

    private static ObjectNode button(Control.Button button) {
        ObjectNode node =
                Json.of("button")
                        .put("action_id", button.action())
                        .put("value", Limits.whole(button.words(), Limits.VALUE, "a button"));
        node.set("text", Json.plain(button.label(), Limits.BUTTON));
        switch (button.look()) {
            case PLAIN -> {}
            case PRIMARY -> node.put("style", "primary");
            case DANGER -> node.put("style", "danger");
        }
        Confirm confirm = button.confirm();
        if (confirm != null) {
            node.set("confirm", confirm(confirm));
        }
        return node;
    }

    private static Optional<ObjectNode> link(String action, String label, URI target) {
        String url = target.toASCIIString();
        if (!Urls.isWeb(target) || url.length() > Limits.URL) {
            return Optional.empty();
        }
        ObjectNode node =
                Json.of("button").put("action_id", Actions.forLink(action)).put("url", url);
        node.set("text", Json.plain(label, Limits.BUTTON));
        return Optional.of(node);
    }

    private static Optional<ObjectNode> overflow(String action, List<Choice> choices) {
        if (choices.isEmpty()) {
            return Optional.empty();
        }
        if (choices.size() > Limits.OVERFLOW) {
            // a menu holds what the three dots cannot
            return menu(action, "More\u2026", choices, null);
        }
        ObjectNode node = Json.of("overflow").put("action_id", action);
        node.set("options", options(choices));
        return Optional.of(node);
    }

    static Optional<ObjectNode> menu(
            String action, String placeholder, List<Choice> choices, @Nullable Choice chosen) {
        if (choices.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode node = Json.of("static_select").put("action_id", action);
        if (!placeholder.isBlank()) {
            node.set("placeholder", Json.plain(placeholder, Limits.PLACEHOLDER));
        }
        if (choices.size() <= Limits.OPTIONS) {
            node.set("options", options(choices));
        } else {
            node.set("option_groups", groups(choices));
        }
        choices.stream()
                .filter(c -> chosen != null && c.words().equals(chosen.words()))
                .findFirst()
                .ifPresent(c -> node.set("initial_option", option(c)));
        return Optional.of(node);
    }

    private static ArrayNode groups(List<Choice> choices) {
        List<ObjectNode> groups = new ArrayList<>();
        for (int from = 0; from < choices.size(); from += Limits.OPTIONS) {
            int to = Math.min(from + Limits.OPTIONS, choices.size());
            ObjectNode group = JsonNodeFactory.instance.objectNode();
            group.set("label", Json.plain((from + 1) + " to " + to, Limits.OPTION));
            group.set("options", options(choices.subList(from, to)));
            groups.add(group);
        }
        return Json.array(groups);
    }

    private static ArrayNode options(List<Choice> choices) {
        return Json.array(choices.stream().map(Elements::option).toList());
    }

    private static ObjectNode option(Choice choice) {
        ObjectNode node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put(
                                "value",
                                Limits.whole(choice.words(), Limits.OPTION_VALUE, "a choice"));
        node.set("text", Json.plain(choice.label(), Limits.OPTION));
        return node;
    }

    private static ObjectNode confirm(Confirm confirm) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("title", Json.plain(confirm.title(), Limits.CONFIRM_TITLE));
        node.set("text", Json.mrkdwn(question(confirm)));
        node.set("confirm", Json.plain(confirm.yes(), Limits.CONFIRM_BUTTON));
        node.set("deny", Json.plain(confirm.no(), Limits.CONFIRM_BUTTON));
        return node.put("style", confirm.danger() ? "danger" : "primary");
    }

    /// A dialog holds 300 characters and nothing after it: the cut shows.
    private static String question(Confirm confirm) {
        List<String> pieces = Mrkdwn.pieces(confirm.question(), Limits.CONFIRM_TEXT - 1);
        return switch (pieces.size()) {
            case 0 -> "Are you sure?";
            case 1 -> pieces.getFirst();
            default -> pieces.getFirst() + "\u2026";
        };
    }
}
