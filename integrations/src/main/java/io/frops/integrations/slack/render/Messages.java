package io.frops.integrations.slack.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.core.chat.Block;
import io.frops.core.chat.Colour;
import io.frops.core.chat.Message;
import io.frops.core.chat.Text;
import java.util.ArrayList;
import java.util.List;

/// A message as what `chat.postMessage` and its kin take.
public final class Messages {
    private Messages() {}

    /// The message, and what does not fit into one (50 blocks, 12,000 characters) as further ones
    /// to be posted after it. Each has `text`, `blocks` and `attachments`; an empty array is there
    /// on purpose, since an update would keep what it does not name.
    public static List<ObjectNode> parts(Message message) {
        List<List<ObjectNode>> groups = groups(Blocks.of(body(message)));
        if (groups.isEmpty()) {
            return List.of(part(message.text(), message.colour(), List.of()));
        }
        List<ObjectNode> parts = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            String text = i == 0 ? message.text() : "(%d of %d)".formatted(i + 1, groups.size());
            parts.add(part(text, message.colour(), groups.get(i)));
        }
        return parts;
    }

    /// A text too long for the `text` field is shown as blocks instead.
    private static List<Block> body(Message message) {
        return message.blocks().isEmpty() && message.text().length() > Limits.FALLBACK
                ? List.of(Block.Section.of(Text.of(message.text())))
                : message.blocks();
    }

    /// The first block stands above the coloured bar. Without a block up there Slack would show
    /// `text` in its place, and say everything twice.
    private static ObjectNode part(String text, Colour colour, List<ObjectNode> blocks) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("text", Literal.of(Limits.cut(text, Limits.FALLBACK)));
        String bar = bar(colour);
        int plain = bar.isEmpty() ? blocks.size() : Math.min(1, blocks.size());
        node.set("blocks", Json.array(blocks.subList(0, plain)));
        ArrayNode attachments = node.putArray("attachments");
        if (plain < blocks.size()) {
            List<ObjectNode> rest = blocks.subList(plain, blocks.size());
            attachments.addObject().put("color", bar).set("blocks", Json.array(rest));
        }
        return node;
    }

    private static String bar(Colour colour) {
        return switch (colour) {
            case CRITICAL -> "#E01E5A";
            case WARNING -> "#ECB22E";
            case INFO -> "#36C5F0";
            case RESOLVED -> "#2EB67D";
            case NONE -> "";
        };
    }

    private static List<List<ObjectNode>> groups(List<ObjectNode> blocks) {
        List<List<ObjectNode>> groups = new ArrayList<>();
        List<ObjectNode> now = new ArrayList<>();
        int size = 0;
        for (ObjectNode block : blocks) {
            int more = characters(block);
            if (!now.isEmpty() && (now.size() == Limits.BLOCKS || size + more > Limits.MESSAGE)) {
                groups.add(now);
                now = new ArrayList<>();
                size = 0;
            }
            now.add(block);
            size += more;
        }
        if (!now.isEmpty()) {
            groups.add(now);
        }
        return groups;
    }

    /// All texts and values: Slack does not say what it counts.
    private static int characters(JsonNode node) {
        if (node.isTextual()) {
            return node.asText().length();
        }
        int sum = 0;
        for (JsonNode child : node) {
            sum += characters(child);
        }
        return sum;
    }
}
