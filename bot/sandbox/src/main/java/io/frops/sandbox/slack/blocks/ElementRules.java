package io.frops.sandbox.slack.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Interactive elements: where each may stand and what it may carry.
final class ElementRules {
    private static final Set<String> COMMON =
            Set.of("type", "action_id", "confirm", "focus_on_load");
    private static final Set<String> PICKED = Set.of("placeholder");

    static final Set<String> IN_ACTIONS =
            Set.of(
                    "button",
                    "static_select",
                    "users_select",
                    "conversations_select",
                    "channels_select",
                    "overflow",
                    "datepicker",
                    "timepicker",
                    "radio_buttons",
                    "checkboxes");
    static final Set<String> IN_SECTION =
            plus(IN_ACTIONS, "image", "multi_static_select", "multi_users_select");
    static final Set<String> IN_INPUT =
            Set.of(
                    "plain_text_input",
                    "static_select",
                    "multi_static_select",
                    "users_select",
                    "multi_users_select",
                    "conversations_select",
                    "channels_select",
                    "datepicker",
                    "timepicker",
                    "radio_buttons",
                    "checkboxes",
                    "number_input",
                    "email_text_input",
                    "url_text_input");

    /// What each element may carry beside the common fields; a leading `!` marks what it must.
    private static final Map<String, Set<String>> FIELDS =
            Map.ofEntries(
                    Map.entry(
                            "button",
                            Set.of("!text", "url", "value", "style", "accessibility_label")),
                    Map.entry("image", Set.of("!alt_text", "image_url", "slack_file")),
                    Map.entry("overflow", Set.of("!options")),
                    Map.entry(
                            "static_select",
                            Set.of("options", "option_groups", "initial_option", "placeholder")),
                    Map.entry(
                            "multi_static_select",
                            Set.of(
                                    "options",
                                    "option_groups",
                                    "initial_options",
                                    "max_selected_items",
                                    "placeholder")),
                    Map.entry("users_select", plus(PICKED, "initial_user")),
                    Map.entry(
                            "multi_users_select",
                            plus(PICKED, "initial_users", "max_selected_items")),
                    Map.entry(
                            "conversations_select",
                            plus(
                                    PICKED,
                                    "initial_conversation",
                                    "default_to_current_conversation",
                                    "response_url_enabled",
                                    "filter")),
                    Map.entry(
                            "channels_select",
                            plus(PICKED, "initial_channel", "response_url_enabled")),
                    Map.entry("datepicker", plus(PICKED, "initial_date")),
                    Map.entry("timepicker", plus(PICKED, "initial_time", "timezone")),
                    Map.entry("radio_buttons", Set.of("!options", "initial_option")),
                    Map.entry("checkboxes", Set.of("!options", "initial_options")),
                    Map.entry(
                            "plain_text_input",
                            plus(
                                    PICKED,
                                    "initial_value",
                                    "multiline",
                                    "min_length",
                                    "max_length",
                                    "dispatch_action_config")),
                    Map.entry(
                            "number_input",
                            plus(
                                    PICKED,
                                    "!is_decimal_allowed",
                                    "initial_value",
                                    "min_value",
                                    "max_value",
                                    "dispatch_action_config")),
                    Map.entry(
                            "email_text_input",
                            plus(PICKED, "initial_value", "dispatch_action_config")),
                    Map.entry(
                            "url_text_input",
                            plus(PICKED, "initial_value", "dispatch_action_config")));

    private final Problems problems;
    private final TextRules texts;

    ElementRules(Problems problems, TextRules texts) {
        this.problems = problems;
        this.texts = texts;
    }

    private static Set<String> plus(Set<String> some, String... more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(Set.of(more));
        return Set.copyOf(all);
    }

    /// @param actionIds those already used in the same block
    void element(JsonNode element, Set<String> allowed, Set<String> actionIds, String at) {
        String type = element.path("type").asText("");
        if (!allowed.contains(type)) {
            problems.add("unsupported type: " + type, at + "/type");
            return;
        }
        fields(element, type, at);
        problems.longest(element, "action_id", 255, at);
        String id = element.path("action_id").asText("");
        if (!id.isEmpty() && !actionIds.add(id)) {
            problems.add("`action_id` " + id + " already exists in this block", at + "/action_id");
        }
        texts.confirm(element, at);
        texts.text(element, "placeholder", 150, true, at);
        own(element, type, at);
    }

    private void fields(JsonNode element, String type, String at) {
        Set<String> required = new HashSet<>(Set.of("type"));
        Set<String> optional = new HashSet<>(type.equals("image") ? Set.of() : COMMON);
        for (String field : FIELDS.getOrDefault(type, Set.of())) {
            if (field.startsWith("!")) {
                required.add(field.substring(1));
            } else {
                optional.add(field);
            }
        }
        problems.shape(element, required, optional, at);
    }

    private void own(JsonNode element, String type, String at) {
        switch (type) {
            case "button" -> button(element, at);
            case "overflow" -> texts.options(element, "options", 1, 5, 150, at);
            case "radio_buttons", "checkboxes" -> texts.options(element, "options", 1, 10, 150, at);
            case "static_select", "multi_static_select" -> select(element, at);
            case "plain_text_input" -> input(element, at);
            case "image" -> problems.longest(element, "alt_text", 2000, at);
            default -> {
                // The pickers have no limits beyond their placeholder.
            }
        }
    }

    private void button(JsonNode button, String at) {
        texts.text(button, "text", 75, true, at);
        problems.longest(button, "value", 2000, at);
        problems.longest(button, "url", 3000, at);
        problems.longest(button, "accessibility_label", 75, at);
        problems.oneOf(button, "style", Set.of("primary", "danger"), at);
    }

    private void select(JsonNode select, String at) {
        if (select.has("options") == select.has("option_groups")) {
            problems.add("must define either `options` or `option_groups`", at);
        }
        texts.options(select, "options", 1, 100, 150, at);
        if (problems.items(select, "option_groups", 1, 100, at)) {
            int i = 0;
            for (JsonNode group : select.path("option_groups")) {
                String in = at + "/option_groups/" + i++;
                problems.shape(group, Set.of("label", "options"), Set.of(), in);
                texts.text(group, "label", 75, true, in);
                texts.options(group, "options", 1, 100, 150, in);
            }
        }
        initial(select, at);
    }

    private void initial(JsonNode select, String at) {
        if (select.has("initial_option")) {
            texts.option(select.path("initial_option"), 150, at + "/initial_option");
            if (select.findValues("value").stream()
                            .filter(v -> v.equals(select.path("initial_option").path("value")))
                            .count()
                    < 2) {
                problems.add("`initial_option` must be one of the options", at + "/initial_option");
            }
        }
    }

    private void input(JsonNode input, String at) {
        problems.longest(input, "initial_value", 3000, at);
        int least = input.path("min_length").asInt(0);
        int most = input.path("max_length").asInt(3000);
        if (least < 0 || least > 3000) {
            problems.add("must be between 0 and 3000", at + "/min_length");
        }
        if (most < 1 || most > 3000 || most < least) {
            problems.add("must be between 1 and 3000", at + "/max_length");
        }
    }
}
