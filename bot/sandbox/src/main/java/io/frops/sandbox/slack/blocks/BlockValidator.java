package io.frops.sandbox.slack.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Judges payloads as Slack does. An empty list means valid; else each entry is Slack's phrase and
/// a JSON pointer.
public final class BlockValidator {
    /// All blocks of a message together; Slack fails near this with `msg_blocks_too_long`.
    public static final int MOST_CHARACTERS = 13_200;

    /// Attachments of one message.
    public static final int MOST_ATTACHMENTS = 100;

    private BlockValidator() {}

    public static List<String> message(@Nullable JsonNode blocks, @Nullable JsonNode attachments) {
        Problems problems = new Problems();
        BlockRules rules = new BlockRules(problems, Surface.MESSAGE);
        if (blocks != null) {
            rules.blocks(
                    JsonNodeFactory.instance.objectNode().set("blocks", blocks), "blocks", 0, "");
        }
        if (attachments != null) {
            int i = 0;
            for (JsonNode attachment : attachments) {
                rules.blocks(attachment, "blocks", 0, "/attachments/" + i++);
            }
        }
        return problems.found();
    }

    public static List<String> view(JsonNode view) {
        Problems problems = new Problems();
        if (view.path("type").asText("").equals("home")) {
            home(problems, view);
        } else {
            modal(problems, view);
        }
        problems.longest(view, "private_metadata", 3000, "/view");
        problems.longest(view, "callback_id", 255, "/view");
        problems.longest(view, "external_id", 255, "/view");
        return problems.found();
    }

    private static void home(Problems problems, JsonNode view) {
        Set<String> may = Set.of("private_metadata", "callback_id", "external_id");
        problems.shape(view, Set.of("type", "blocks"), may, "/view");
        new BlockRules(problems, Surface.HOME).blocks(view, "blocks", 0, "/view");
    }

    private static void modal(Problems problems, JsonNode view) {
        if (!view.path("type").asText("").equals("modal")) {
            problems.add("unsupported type: " + view.path("type").asText(""), "/view/type");
            return;
        }
        Set<String> may =
                Set.of(
                        "submit",
                        "close",
                        "private_metadata",
                        "callback_id",
                        "external_id",
                        "clear_on_close",
                        "notify_on_close",
                        "submit_disabled");
        problems.shape(view, Set.of("type", "title", "blocks"), may, "/view");
        TextRules texts = new TextRules(problems);
        texts.text(view, "title", 24, true, "/view");
        texts.text(view, "submit", 24, true, "/view");
        texts.text(view, "close", 24, true, "/view");
        new BlockRules(problems, Surface.MODAL).blocks(view, "blocks", 0, "/view");
        if (!view.has("submit") && hasInput(view)) {
            problems.add("`submit` is required when an `input` block is used", "/view");
        }
    }

    private static boolean hasInput(JsonNode view) {
        for (JsonNode block : view.path("blocks")) {
            if (block.path("type").asText("").equals("input")) {
                return true;
            }
        }
        return false;
    }

    /// Characters of every text in a payload, which Slack caps over all blocks together.
    public static int characters(@Nullable JsonNode node) {
        if (node == null) {
            return 0;
        }
        int sum = 0;
        for (JsonNode text : node.findValues("text")) {
            sum += text.isTextual() ? text.asText().length() : characters(text);
        }
        return sum;
    }
}
