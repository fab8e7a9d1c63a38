package io.frops.sandbox.slack.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.frops.sandbox.slack.workspace.Person;
import io.frops.sandbox.slack.workspace.Workspace;

/// `rich_text` blocks as HTML.
final class RichText {
    private final Workspace workspace;
    private final Emoji emoji;

    RichText(Workspace workspace, Emoji emoji) {
        this.workspace = workspace;
        this.emoji = emoji;
    }

    String html(JsonNode block) {
        StringBuilder out = new StringBuilder("<div class=\"rich\">");
        block.path("elements").forEach(part -> out.append(part(part)));
        return out.append("</div>").toString();
    }

    private String part(JsonNode part) {
        StringBuilder inner = new StringBuilder();
        boolean list = part.path("type").asText().equals("rich_text_list");
        for (JsonNode element : part.path("elements")) {
            inner.append(list ? "<li>" + part(element) + "</li>" : leaf(element));
        }
        String tag = part.path("style").asText("").equals("ordered") ? "ol" : "ul";
        return switch (part.path("type").asText()) {
            case "rich_text_list" -> "<" + tag + ">" + inner + "</" + tag + ">";
            case "rich_text_preformatted" -> "<pre class=\"pre\">" + inner + "</pre>";
            case "rich_text_quote" -> "<blockquote>" + inner + "</blockquote>";
            default -> "<span>" + inner + "</span>";
        };
    }

    private String leaf(JsonNode leaf) {
        String html =
                switch (leaf.path("type").asText()) {
                    case "text" -> Html.escape(leaf.path("text").asText()).replace("\n", "<br>");
                    case "link" -> link(leaf);
                    case "user" -> mention("@" + name(leaf.path("user_id").asText()));
                    case "usergroup" -> mention("@" + leaf.path("usergroup_id").asText());
                    case "channel" -> mention("#" + leaf.path("channel_id").asText());
                    case "broadcast" -> mention("@" + leaf.path("range").asText());
                    case "emoji" -> {
                        String name = leaf.path("name").asText();
                        yield emoji.one(name, Html.escape(":" + name + ":"));
                    }
                    case "date" -> Html.escape(leaf.path("fallback").asText());
                    default -> "";
                };
        return styled(leaf.path("style"), html);
    }

    private static String styled(JsonNode style, String html) {
        String out = html;
        out = style.path("code").asBoolean() ? "<code>" + out + "</code>" : out;
        out = style.path("bold").asBoolean() ? "<b>" + out + "</b>" : out;
        out = style.path("italic").asBoolean() ? "<i>" + out + "</i>" : out;
        return style.path("strike").asBoolean() ? "<s>" + out + "</s>" : out;
    }

    private static String link(JsonNode leaf) {
        String url = leaf.path("url").asText();
        String shown = Html.escape(leaf.path("text").asText(url));
        return url.matches("(?i)(https?://|mailto:).+") ? Controls.link(url, shown) : shown;
    }

    private String name(String id) {
        return workspace.person(id).map(Person::name).orElse(id);
    }

    private static String mention(String shown) {
        return "<span class=\"mention\">" + Html.escape(shown) + "</span>";
    }
}
