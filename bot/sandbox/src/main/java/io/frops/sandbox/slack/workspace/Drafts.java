package io.frops.sandbox.slack.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.sandbox.slack.blocks.BlockValidator;
import io.frops.sandbox.slack.blocks.Ids;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns what an app sends into the content of a message, or refuses it as Slack does.
public final class Drafts {
    /// Slack cuts a posted text here, in characters.
    private static final int CUT = 40_000;

    private static final int METADATA_CAP = 16 * 1024;

    private final Ids ids;

    public Drafts(Ids ids) {
        this.ids = ids;
    }

    /// What was sent, still unchecked.
    public record Raw(
            @Nullable String text,
            @Nullable JsonNode blocks,
            @Nullable JsonNode attachments,
            @Nullable JsonNode metadata) {
        public static Raw of(JsonNode body) {
            return new Raw(
                    body.path("text").asText(null),
                    body.get("blocks"),
                    body.get("attachments"),
                    body.get("metadata"));
        }
    }

    /// Checks what was sent and fills in ids.
    ///
    /// @param tooLong the code for blocks that are too long together, which differs between methods
    public Content read(Raw raw, String tooLong) {
        array(raw.blocks());
        if (raw.attachments() != null
                && raw.attachments().size() > BlockValidator.MOST_ATTACHMENTS) {
            throw new Refusal("too_many_attachments");
        }
        List<String> problems = BlockValidator.message(raw.blocks(), raw.attachments());
        if (!problems.isEmpty()) {
            throw new Refusal("invalid_blocks", problems);
        }
        int length =
                BlockValidator.characters(raw.blocks())
                        + BlockValidator.characters(raw.attachments());
        if (length > BlockValidator.MOST_CHARACTERS) {
            throw new Refusal(tooLong);
        }
        String text = raw.text() == null ? "" : raw.text();
        if (text.isBlank() && empty(raw.blocks()) && empty(raw.attachments())) {
            throw new Refusal("no_text");
        }
        return new Content(
                text.length() > CUT ? text.substring(0, CUT) : text,
                nonEmpty(ids.blocks(raw.blocks())),
                nonEmpty(ids.attachments(raw.attachments())),
                metadata(raw.metadata()));
    }

    private static void array(@Nullable JsonNode blocks) {
        if (blocks == null) {
            return;
        }
        if (!blocks.isArray()) {
            throw new Refusal("invalid_blocks_format");
        }
        for (JsonNode block : blocks) {
            if (!block.isObject()) {
                throw new Refusal("invalid_blocks_format");
            }
        }
    }

    private static boolean empty(@Nullable JsonNode array) {
        return array == null || array.isEmpty();
    }

    private static @Nullable ArrayNode nonEmpty(@Nullable ArrayNode array) {
        return array == null || array.isEmpty() ? null : array;
    }

    private static @Nullable ObjectNode metadata(@Nullable JsonNode metadata) {
        if (metadata == null || metadata.isNull()) {
            return null;
        }
        if (!(metadata instanceof ObjectNode object)
                || object.path("event_type").asText("").isEmpty()
                || !object.path("event_payload").isObject()) {
            throw new Refusal("invalid_metadata_format");
        }
        if (object.toString().length() > METADATA_CAP) {
            throw new Refusal("metadata_too_large");
        }
        return object.deepCopy();
    }
}
