package io.frops.sandbox.slack.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.frops.sandbox.slack.workspace.Channel;
import io.frops.sandbox.slack.workspace.Person;
import io.frops.sandbox.slack.workspace.Workspace;

/// Interactive elements as HTML. Each carries `data-action-id`, `data-block-id` and `data-place`.
final class Elements {
    private final Workspace workspace;
    private final Mrkdwn text;

    Elements(Workspace workspace, Mrkdwn text) {
        this.workspace = workspace;
        this.text = text;
    }

    /// @param place the `ts` of the message, or the view's id
    String html(JsonNode element, String blockId, String place) {
        String common =
                Html.attr("data-action-id", element.path("action_id").asText())
                        + Html.attr("data-block-id", blockId)
                        + Html.attr("data-place", place)
                        + (place.startsWith("V") ? "" : Html.attr("data-ts", place))
                        + confirm(element.path("confirm"));
        return switch (element.path("type").asText()) {
            case "button" -> button(element, common);
            case "overflow" -> overflow(element, common);
            case "image" -> image(element);
            case "static_select" -> select(element, common, options(element));
            case "users_select" ->
                    select(element, common, people(element.path("initial_user").asText()));
            case "channels_select", "conversations_select" -> select(element, common, channels());
            case "radio_buttons", "checkboxes" -> choices(element, common, blockId, place);
            case "datepicker" -> picker("date", element, "initial_date", common);
            case "timepicker" -> picker("time", element, "initial_time", common);
            default -> "<span class=\"unsupported\">This element works in modals only.</span>";
        };
    }

    private String confirm(JsonNode confirm) {
        if (confirm.isMissingNode()) {
            return "";
        }
        return Html.attr("data-confirm-title", confirm.path("title").path("text").asText())
                + Html.attr("data-confirm-html", text(confirm.path("text")))
                + Html.attr("data-confirm-yes", confirm.path("confirm").path("text").asText())
                + Html.attr("data-confirm-no", confirm.path("deny").path("text").asText())
                + Html.attr("data-confirm-style", confirm.path("style").asText("primary"));
    }

    String text(JsonNode object) {
        String source = object.path("text").asText();
        return object.path("type").asText().equals("mrkdwn")
                ? text.html(source)
                : text.plain(source);
    }

    private String button(JsonNode button, String common) {
        String style = button.path("style").asText("");
        String label = text.plain(button.path("text").path("text").asText());
        String attributes =
                " class=\"btn "
                        + Html.escape(style)
                        + "\" data-press"
                        + common
                        + Html.attr("data-value", button.path("value").asText(null))
                        + Html.attr("aria-label", button.path("accessibility_label").asText(null));
        String url = button.path("url").asText("");
        return url.matches("(?i)https?://.+")
                ? "<a role=\"button\" href=\""
                        + Html.escape(url)
                        + "\" target=\"_blank\" rel=\"noopener noreferrer\""
                        + attributes
                        + ">"
                        + label
                        + "</a>"
                : "<button type=\"button\"" + attributes + ">" + label + "</button>";
    }

    private String overflow(JsonNode menu, String common) {
        StringBuilder out =
                new StringBuilder(
                        "<span class=\"menu\"><button type=\"button\" class=\"btn more\" data-menu aria-haspopup=\"menu\" aria-expanded=\"false\" aria-label=\"More actions\""
                                + common
                                + ">⋯</button><span class=\"menu-items\" role=\"menu\" hidden>");
        for (JsonNode option : menu.path("options")) {
            String url = option.path("url").asText(null);
            out.append("<button type=\"button\" role=\"menuitem\" data-press")
                    .append(common)
                    .append(Html.attr("data-value", option.path("value").asText()))
                    .append(Html.attr("data-url", url))
                    .append(">")
                    .append(text(option.path("text")))
                    .append("</button>");
        }
        return out.append("</span></span>").toString();
    }

    /// Pictures are never fetched: their description stands in.
    static String image(JsonNode image) {
        return "<span class=\"image\" role=\"img\">🖼 "
                + Html.escape(image.path("alt_text").asText())
                + "</span>";
    }

    private static String select(JsonNode select, String common, String options) {
        String placeholder = select.path("placeholder").path("text").asText("Choose an option");
        return "<span class=\"select\"><select data-choose"
                + common
                + Html.attr("aria-label", placeholder)
                + "><option value=\"\" disabled"
                + (options.contains(" selected") ? "" : " selected")
                + ">"
                + Html.escape(placeholder)
                + "</option>"
                + options
                + "</select></span>";
    }

    /// The options of a static select, in groups where there are any.
    static String options(JsonNode select) {
        JsonNode initial = select.path("initial_option").path("value");
        StringBuilder out = new StringBuilder();
        select.path("options").forEach(o -> out.append(option(o, initial)));
        for (JsonNode group : select.path("option_groups")) {
            out.append("<optgroup")
                    .append(Html.attr("label", group.path("label").path("text").asText()))
                    .append(">");
            group.path("options").forEach(o -> out.append(option(o, initial)));
            out.append("</optgroup>");
        }
        return out.toString();
    }

    private static String option(JsonNode option, JsonNode initial) {
        String value = option.path("value").asText();
        return option(
                value,
                option.path("text").path("text").asText(),
                initial.asText("").equals(value) && initial.isTextual());
    }

    private static String option(String value, String label, boolean selected) {
        return "<option"
                + Html.attr("value", value)
                + (selected ? " selected" : "")
                + ">"
                + Html.escape(label)
                + "</option>";
    }

    String people(String initial) {
        StringBuilder out = new StringBuilder();
        workspace.people().stream()
                .filter(p -> p.kind() != Person.Kind.BOT)
                .forEach(p -> out.append(option(p.id(), p.realName(), p.id().equals(initial))));
        return out.toString();
    }

    String channels() {
        StringBuilder out = new StringBuilder();
        workspace.channels().stream()
                .filter(c -> c.kind() == Channel.Kind.PUBLIC && !c.archived())
                .forEach(c -> out.append(option(c.id(), "#" + c.name(), false)));
        return out.toString();
    }

    private String choices(JsonNode element, String common, String blockId, String place) {
        String type = element.path("type").asText().equals("checkboxes") ? "checkbox" : "radio";
        StringBuilder out =
                new StringBuilder("<span class=\"choices\" data-choices" + common + ">");
        out.append(
                choices(
                        element,
                        type,
                        place + "/" + blockId + "/" + element.path("action_id").asText()));
        return out.append("</span>").toString();
    }

    /// Labelled boxes or radio buttons.
    ///
    /// @param type `checkbox` or `radio`
    String choices(JsonNode element, String type, String name) {
        StringBuilder out = new StringBuilder();
        for (JsonNode option : element.path("options")) {
            String value = option.path("value").asText();
            boolean on =
                    element.path("initial_option").path("value").asText("\u0000").equals(value)
                            || element.path("initial_options")
                                    .findValuesAsText("value")
                                    .contains(value);
            out.append("<label class=\"choice\"><input type=\"")
                    .append(type)
                    .append("\"")
                    .append(Html.attr("name", name))
                    .append(Html.attr("value", value))
                    .append(on ? " checked" : "")
                    .append("><span>")
                    .append(text(option.path("text")));
            if (option.has("description")) {
                out.append("<small>").append(text(option.path("description"))).append("</small>");
            }
            out.append("</span></label>");
        }
        return out.toString();
    }

    private static String picker(String type, JsonNode element, String initial, String common) {
        return "<input class=\"picker\" type=\""
                + type
                + "\" data-choose"
                + common
                + Html.attr("value", element.path(initial).asText(null))
                + Html.attr("aria-label", element.path("placeholder").path("text").asText("Choose"))
                + ">";
    }
}
