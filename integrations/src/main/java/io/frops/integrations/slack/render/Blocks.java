package io.frops.integrations.slack.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.core.chat.Block;
import io.frops.core.chat.Control;
import io.frops.core.chat.Field;
import io.frops.core.chat.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Blocks as Slack's. One of ours becomes several of theirs where it is too long for one.
final class Blocks {
    private Blocks() {}

    static List<ObjectNode> of(List<Block> blocks) {
        return blocks.stream().map(Blocks::of).flatMap(List::stream).toList();
    }

    private static List<ObjectNode> of(Block block) {
        return switch (block) {
            case Block.Header(String text) -> header(text);
            case Block.Section(Text text, var accessory) -> section(text, accessory);
            case Block.Fields(List<Field> fields) -> fields(fields);
            case Block.Actions(List<Control> controls) -> actions(controls);
            case Block.Context(Text text) -> context(text);
            case Block.Divider _ -> List.of(Json.of("divider"));
            case Block.Input input -> List.of(Inputs.of(input));
        };
    }

    private static List<ObjectNode> header(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        ObjectNode node = Json.of("header");
        node.set("text", Json.plain(text.replace('\n', ' '), Limits.HEADER));
        if (text.length() <= Limits.HEADER) {
            return List.of(node);
        }
        List<ObjectNode> all = new ArrayList<>(List.of(node));
        all.addAll(section(Text.of(text), null));
        return all;
    }

    private static List<ObjectNode> section(Text text, @Nullable Control accessory) {
        Optional<ObjectNode> element = Optional.ofNullable(accessory).flatMap(Elements::of);
        List<ObjectNode> all = new ArrayList<>();
        for (String piece : Mrkdwn.pieces(text, Limits.SECTION)) {
            ObjectNode node = Json.of("section");
            node.set("text", Json.mrkdwn(piece));
            all.add(node);
        }
        if (all.isEmpty()) {
            element.ifPresent(e -> all.add(row(List.of(e))));
        } else {
            element.ifPresent(e -> all.getFirst().set("accessory", e));
        }
        return all;
    }

    /// Two by two, ten to a block; a value too long for a field gets a section of its own.
    private static List<ObjectNode> fields(List<Field> fields) {
        List<ObjectNode> all = new ArrayList<>();
        List<ObjectNode> row = new ArrayList<>();
        for (Field field : fields) {
            Text text = Text.bold(field.name()).line().then(field.value());
            String rendered = Mrkdwn.whole(text);
            if (rendered.length() > Limits.FIELD) {
                endRow(all, row);
                all.addAll(section(text, null));
            } else {
                row.add(Json.mrkdwn(rendered));
            }
            if (row.size() == Limits.FIELDS) {
                endRow(all, row);
            }
        }
        endRow(all, row);
        return all;
    }

    private static void endRow(List<ObjectNode> all, List<ObjectNode> row) {
        if (!row.isEmpty()) {
            ObjectNode node = Json.of("section");
            node.set("fields", Json.array(row));
            all.add(node);
            row.clear();
        }
    }

    private static List<ObjectNode> actions(List<Control> controls) {
        List<ObjectNode> elements =
                controls.stream().map(Elements::of).flatMap(Optional::stream).toList();
        List<ObjectNode> all = new ArrayList<>();
        for (int from = 0; from < elements.size(); from += Limits.ELEMENTS) {
            int to = Math.min(from + Limits.ELEMENTS, elements.size());
            all.add(row(elements.subList(from, to)));
        }
        return all;
    }

    private static ObjectNode row(List<ObjectNode> elements) {
        ObjectNode node = Json.of("actions");
        node.set("elements", Json.array(elements));
        return node;
    }

    private static List<ObjectNode> context(Text text) {
        return Mrkdwn.pieces(text, Limits.CONTEXT).stream()
                .map(piece -> {
                    ObjectNode node = Json.of("context");
                    ArrayNode elements = node.putArray("elements");
                    elements.add(Json.mrkdwn(piece));
                    return node;
                })
                .toList();
    }
}
