package io.frops.sandbox.slack.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/// One block, wherever it stands.
final class BlockRules {
    private final Problems problems;
    private final TextRules texts;
    private final ElementRules elements;
    private final Surface surface;

    BlockRules(Problems problems, Surface surface) {
        this.problems = problems;
        this.surface = surface;
        this.texts = new TextRules(problems);
        this.elements = new ElementRules(problems, texts);
    }

    void blocks(JsonNode holder, String field, int least, String pointer) {
        if (!problems.items(holder, field, least, surface.mostBlocks(), pointer)) {
            return;
        }
        int i = 0;
        for (JsonNode block : holder.path(field)) {
            block(block, pointer + "/" + field + "/" + i++);
        }
    }

    private void block(JsonNode block, String at) {
        String type = block.path("type").asText("");
        if (!surface.takes(type)) {
            problems.add("unsupported type: " + type, at + "/type");
            return;
        }
        problems.blockId(block, at);
        switch (type) {
            case "header" -> header(block, at);
            case "section" -> section(block, at);
            case "context" -> context(block, at);
            case "actions" -> actions(block, at);
            case "input" -> input(block, at);
            case "image" -> image(block, at);
            case "divider" -> shape(block, Set.of(), Set.of(), at);
            case "markdown" -> markdown(block, at);
            case "table" -> table(block, at);
            case "alert" -> alert(block, at);
            default -> new RichTextRules(problems).block(block, at);
        }
    }

    private void shape(JsonNode block, Set<String> required, Set<String> optional, String at) {
        Set<String> must = new HashSet<>(required);
        must.add("type");
        Set<String> may = new HashSet<>(optional);
        may.add("block_id");
        problems.shape(block, must, may, at);
    }

    private void header(JsonNode block, String at) {
        shape(block, Set.of("text"), Set.of("level"), at);
        texts.text(block, "text", 150, true, at);
    }

    private void section(JsonNode block, String at) {
        shape(block, Set.of(), Set.of("text", "fields", "accessory", "expand"), at);
        if (!block.has("text") && !block.has("fields")) {
            problems.add("must define either `text` or `fields`", at);
        }
        texts.text(block, "text", 3000, false, at);
        if (problems.items(block, "fields", 1, 10, at)) {
            int i = 0;
            for (JsonNode field : block.path("fields")) {
                texts.text(field, 2000, false, at + "/fields/" + i++);
            }
        }
        if (block.has("accessory")) {
            elements.element(
                    block.path("accessory"),
                    ElementRules.IN_SECTION,
                    new HashSet<>(),
                    at + "/accessory");
        }
    }

    private void context(JsonNode block, String at) {
        shape(block, Set.of("elements"), Set.of(), at);
        if (!problems.items(block, "elements", 1, 10, at)) {
            return;
        }
        int i = 0;
        for (JsonNode element : block.path("elements")) {
            String in = at + "/elements/" + i++;
            if (element.path("type").asText("").equals("image")) {
                elements.element(element, Set.of("image"), new HashSet<>(), in);
            } else {
                texts.text(element, 2000, false, in);
            }
        }
    }

    private void actions(JsonNode block, String at) {
        shape(block, Set.of("elements"), Set.of(), at);
        if (!problems.items(block, "elements", 1, 25, at)) {
            return;
        }
        Set<String> ids = new HashSet<>();
        int i = 0;
        for (JsonNode element : block.path("elements")) {
            elements.element(element, ElementRules.IN_ACTIONS, ids, at + "/elements/" + i++);
        }
    }

    private void input(JsonNode block, String at) {
        shape(block, Set.of("label", "element"), Set.of("hint", "optional", "dispatch_action"), at);
        texts.text(block, "label", 2000, true, at);
        texts.text(block, "hint", 2000, true, at);
        elements.element(
                block.path("element"), ElementRules.IN_INPUT, new HashSet<>(), at + "/element");
    }

    private void image(JsonNode block, String at) {
        shape(block, Set.of("alt_text"), Set.of("image_url", "title", "slack_file"), at);
        texts.text(block, "title", 2000, true, at);
        problems.longest(block, "alt_text", 2000, at);
        problems.longest(block, "image_url", 3000, at);
        if (block.has("image_url") == block.has("slack_file")) {
            problems.add("must define either `image_url` or `slack_file`", at);
        }
    }

    private void markdown(JsonNode block, String at) {
        shape(block, Set.of("text"), Set.of(), at);
        problems.longest(block, "text", 12_000, at);
    }

    private void table(JsonNode block, String at) {
        shape(block, Set.of("rows"), Set.of("column_settings"), at);
        if (problems.items(block, "rows", 1, 100, at)) {
            int i = 0;
            for (JsonNode row : block.path("rows")) {
                if (!row.isArray() || row.size() > 20) {
                    problems.add("no more than 20 items allowed", at + "/rows/" + i);
                }
                i++;
            }
        }
    }

    private void alert(JsonNode block, String at) {
        shape(block, Set.of("text"), Set.of("level"), at);
        texts.text(block, "text", 3000, false, at);
    }
}
