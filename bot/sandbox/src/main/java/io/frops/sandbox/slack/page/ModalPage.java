package io.frops.sandbox.slack.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.frops.sandbox.slack.workspace.View;

/// The modal a person has on top.
final class ModalPage {
    private final Blocks blocks;
    private final Mrkdwn text;

    ModalPage(Blocks blocks, Mrkdwn text) {
        this.blocks = blocks;
        this.text = text;
    }

    String html(View view) {
        JsonNode body = view.body();
        String title = text.plain(body.path("title").path("text").asText());
        String close = body.path("close").path("text").asText("Cancel");
        String back =
                view.previous() == null ? "" : "<span class=\"back\" aria-hidden=\"true\">‹</span>";
        StringBuilder out = new StringBuilder();
        out.append("<div class=\"veil\" data-key=\"")
                .append(Html.escape(view.id()))
                .append("\">")
                .append(
                        "<form class=\"modal\" role=\"dialog\" aria-modal=\"true\" aria-labelledby=\"modal-title\" novalidate")
                .append(Html.attr("data-view", view.id()))
                .append(Html.attr("data-hash", view.hash()))
                .append(Html.attr("data-callback-id", view.field("callback_id")))
                .append(Html.attr("data-errors", json(view)))
                .append("><header>")
                .append(back)
                .append("<h2 id=\"modal-title\">")
                .append(title)
                .append(
                        "</h2><button type=\"button\" class=\"x\" data-close aria-label=\"Close\">✕</button></header><div class=\"modal-body\">")
                .append(blocks.html(body.path("blocks"), view.id()))
                .append("</div><footer><p class=\"modal-failed\" role=\"alert\"></p>")
                .append("<button type=\"button\" class=\"btn\" data-close>")
                .append(Html.escape(close))
                .append("</button>");
        if (body.has("submit")) {
            out.append("<button type=\"submit\" class=\"btn primary\" data-submit>")
                    .append(text.plain(body.path("submit").path("text").asText()))
                    .append("</button>");
        }
        return out.append("</footer></form></div>").toString();
    }

    private static String json(View view) {
        var errors = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        view.errors().forEach(errors::put);
        return errors.toString();
    }
}
