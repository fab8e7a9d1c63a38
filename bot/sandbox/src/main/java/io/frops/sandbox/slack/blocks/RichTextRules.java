package io.frops.sandbox.slack.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/// Rich text blocks: their nesting, not their every style.
final class RichTextRules {
    private static final Set<String> PARTS =
            Set.of(
                    "rich_text_section",
                    "rich_text_list",
                    "rich_text_preformatted",
                    "rich_text_quote");
    private static final Set<String> LEAVES =
            Set.of(
                    "text",
                    "link",
                    "user",
                    "usergroup",
                    "channel",
                    "emoji",
                    "broadcast",
                    "date",
                    "color");

    private final Problems problems;

    RichTextRules(Problems problems) {
        this.problems = problems;
    }

    void block(JsonNode block, String at) {
        problems.shape(block, Set.of("type", "elements"), Set.of("block_id"), at);
        if (problems.items(block, "elements", 1, 100, at)) {
            int i = 0;
            for (JsonNode part : block.path("elements")) {
                part(part, at + "/elements/" + i++);
            }
        }
    }

    private void part(JsonNode part, String at) {
        String type = part.path("type").asText("");
        if (!PARTS.contains(type)) {
            problems.add("unsupported type: " + type, at + "/type");
            return;
        }
        int i = 0;
        for (JsonNode inner : part.path("elements")) {
            String in = at + "/elements/" + i++;
            if (type.equals("rich_text_list")) {
                part(inner, in);
            } else if (!LEAVES.contains(inner.path("type").asText(""))) {
                problems.add("unsupported type: " + inner.path("type").asText(""), in + "/type");
            }
        }
    }
}
