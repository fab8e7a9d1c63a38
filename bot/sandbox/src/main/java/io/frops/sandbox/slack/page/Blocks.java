package io.frops.sandbox.slack.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.frops.sandbox.slack.workspace.Workspace;

/// Block Kit as HTML.
final class Blocks {
    private final Mrkdwn text;
    private final Elements elements;
    private final Inputs inputs;
    private final RichText rich;

    Blocks(Workspace workspace, Emoji emoji, Mrkdwn text) {
        this.text = text;
        this.elements = new Elements(workspace, text);
        this.inputs = new Inputs(elements, text);
        this.rich = new RichText(workspace, emoji);
    }

    /// @param place the `ts` of the message, or the view's id
    String html(Iterable<JsonNode> blocks, String place) {
        StringBuilder out = new StringBuilder();
        for (JsonNode block : blocks) {
            out.append("<div class=\"block ")
                    .append(Html.escape(block.path("type").asText()))
                    .append("\"")
                    .append(Html.attr("data-block-id", block.path("block_id").asText()))
                    .append(">")
                    .append(one(block, place))
                    .append("</div>");
        }
        return out.toString();
    }

    private String one(JsonNode block, String place) {
        return switch (block.path("type").asText()) {
            case "header" ->
                    "<h3>" + text.plain(block.path("text").path("text").asText()) + "</h3>";
            case "section" -> section(block, place);
            case "divider" -> "<hr>";
            case "context" -> context(block);
            case "actions" -> actions(block, place);
            case "image" -> Elements.image(block);
            case "rich_text" -> rich.html(block);
            case "markdown" ->
                    "<div class=\"text\">"
                            + text.html(block.path("text").asText().replace("**", "*"))
                            + "</div>";
            case "table" -> table(block);
            case "alert" ->
                    "<div class=\"alert\" role=\"alert\">"
                            + elements.text(block.path("text"))
                            + "</div>";
            case "input" -> inputs.html(block, place);
            default -> "";
        };
    }

    private String section(JsonNode block, String place) {
        StringBuilder body = new StringBuilder("<div class=\"section-body\">");
        if (block.has("text")) {
            body.append("<div class=\"text\">")
                    .append(elements.text(block.path("text")))
                    .append("</div>");
        }
        if (block.has("fields")) {
            body.append("<div class=\"fields\">");
            block.path("fields")
                    .forEach(f ->
                            body.append("<div class=\"field\">")
                                    .append(elements.text(f))
                                    .append("</div>"));
            body.append("</div>");
        }
        body.append("</div>");
        if (block.has("accessory")) {
            body.append("<div class=\"accessory\">")
                    .append(
                            elements.html(
                                    block.path("accessory"),
                                    block.path("block_id").asText(),
                                    place))
                    .append("</div>");
        }
        return body.toString();
    }

    private String context(JsonNode block) {
        StringBuilder out = new StringBuilder();
        for (JsonNode element : block.path("elements")) {
            boolean image = element.path("type").asText().equals("image");
            out.append("<span class=\"context-item\">")
                    .append(image ? Elements.image(element) : elements.text(element))
                    .append("</span>");
        }
        return out.toString();
    }

    private String actions(JsonNode block, String place) {
        StringBuilder out = new StringBuilder();
        block.path("elements")
                .forEach(e -> out.append(elements.html(e, block.path("block_id").asText(), place)));
        return out.toString();
    }

    private String table(JsonNode block) {
        StringBuilder out = new StringBuilder("<table>");
        for (JsonNode row : block.path("rows")) {
            out.append("<tr>");
            for (JsonNode cell : row) {
                boolean deep = cell.path("type").asText().equals("rich_text");
                out.append("<td>")
                        .append(deep ? rich.html(cell) : Html.escape(cell.path("text").asText()))
                        .append("</td>");
            }
            out.append("</tr>");
        }
        return out.append("</table>").toString();
    }
}
