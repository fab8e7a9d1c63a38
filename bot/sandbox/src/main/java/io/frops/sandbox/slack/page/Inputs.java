package io.frops.sandbox.slack.page;

import com.fasterxml.jackson.databind.JsonNode;

/// Input blocks as labelled fields. Each field's name is `BLOCK_ID/ACTION_ID`.
final class Inputs {
    private final Elements elements;
    private final Mrkdwn text;

    Inputs(Elements elements, Mrkdwn text) {
        this.elements = elements;
        this.text = text;
    }

    String html(JsonNode block, String place) {
        JsonNode element = block.path("element");
        String blockId = block.path("block_id").asText();
        String name = blockId + "/" + element.path("action_id").asText();
        String id = place + "/" + name;
        boolean optional = block.path("optional").asBoolean();
        String label =
                text.plain(block.path("label").path("text").asText())
                        + (optional ? " <span class=\"optional\">(optional)</span>" : "");
        String hint =
                block.has("hint")
                        ? "<div class=\"hint\">"
                                + text.plain(block.path("hint").path("text").asText())
                                + "</div>"
                        : "";
        String type = element.path("type").asText();
        boolean group = type.equals("checkboxes") || type.equals("radio_buttons");
        String field =
                group
                        ? group(element, type, name)
                        : field(element, type, name, id, dispatch(block, place));
        String opened =
                group
                        ? "<fieldset><legend>" + label + "</legend>"
                        : "<label" + Html.attr("for", id) + ">" + label + "</label>";
        return opened
                + field
                + (group ? "</fieldset>" : "")
                + hint
                + "<div class=\"field-error\" role=\"alert\""
                + Html.attr("data-error-for", blockId)
                + "></div>";
    }

    /// What makes a field tell the app of each change.
    private static String dispatch(JsonNode block, String place) {
        return block.path("dispatch_action").asBoolean()
                ? " data-choose"
                        + Html.attr("data-block-id", block.path("block_id").asText())
                        + Html.attr("data-place", place)
                : "";
    }

    private String group(JsonNode element, String type, String name) {
        return "<span class=\"choices\">"
                + elements.choices(element, type.equals("checkboxes") ? "checkbox" : "radio", name)
                + "</span>";
    }

    private String field(JsonNode element, String type, String name, String id, String dispatch) {
        String common =
                Html.attr("id", id)
                        + Html.attr("name", name)
                        + Html.attr("data-action-id", element.path("action_id").asText())
                        + dispatch
                        + (element.path("focus_on_load").asBoolean() ? " data-focus" : "");
        return switch (type) {
            case "static_select" -> select(element, common, Elements.options(element), false);
            case "multi_static_select" -> select(element, common, Elements.options(element), true);
            case "users_select" ->
                    select(
                            element,
                            common,
                            elements.people(element.path("initial_user").asText()),
                            false);
            case "multi_users_select" -> select(element, common, elements.people(""), true);
            case "channels_select", "conversations_select" ->
                    select(element, common, elements.channels(), false);
            case "datepicker" -> input("date", element, "initial_date", common);
            case "timepicker" -> input("time", element, "initial_time", common);
            case "number_input" -> input("number", element, "initial_value", common);
            case "email_text_input" -> input("email", element, "initial_value", common);
            case "url_text_input" -> input("url", element, "initial_value", common);
            default -> textInput(element, common);
        };
    }

    private static String select(JsonNode element, String common, String options, boolean many) {
        String placeholder = element.path("placeholder").path("text").asText("Choose an option");
        String first =
                many
                        ? ""
                        : "<option value=\"\""
                                + (options.contains(" selected") ? "" : " selected")
                                + ">"
                                + Html.escape(placeholder)
                                + "</option>";
        return "<span class=\"select wide\"><select"
                + common
                + (many ? " multiple" : "")
                + ">"
                + first
                + options
                + "</select></span>";
    }

    private static String input(String type, JsonNode element, String initial, String common) {
        return "<input type=\""
                + type
                + "\""
                + common
                + Html.attr("value", element.path(initial).asText(null))
                + placeholder(element)
                + ">";
    }

    private static String textInput(JsonNode element, String common) {
        String attributes =
                common
                        + placeholder(element)
                        + Html.attr("maxlength", element.path("max_length").asText(null));
        String value = element.path("initial_value").asText("");
        return element.path("multiline").asBoolean()
                ? "<textarea rows=\"4\"" + attributes + ">\n" + Html.escape(value) + "</textarea>"
                : "<input type=\"text\"" + attributes + Html.attr("value", value) + ">";
    }

    private static String placeholder(JsonNode element) {
        return Html.attr("placeholder", element.path("placeholder").path("text").asText(null));
    }
}
