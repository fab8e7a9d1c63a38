package io.frops.integrations.slack.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.core.chat.ChannelId;
import io.frops.core.chat.MessageRef;
import io.frops.core.chat.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a form carries in its `private_metadata`: the command it completes, and where it was
/// opened.
///
/// @param words the command so far, already split
public record FormMemory(List<String> words, Spot spot) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public FormMemory {
        words = List.copyOf(words);
    }

    String written() {
        ObjectNode node = JSON.createObjectNode();
        words.forEach(node.putArray("words")::add);
        node.put("channel", spot.channel().value());
        MessageRef thread = spot.place().thread();
        if (thread != null) {
            node.put("thread", thread.ts());
            node.put("inThread", spot.inThread());
        }
        return Limits.whole(node.toString(), Limits.METADATA, "a form's command");
    }

    /// Empty for a form that is not ours.
    public static Optional<FormMemory> read(String metadata) {
        try {
            JsonNode node = JSON.readTree(metadata);
            if (!node.path("words").isArray() || node.path("channel").asText("").isEmpty()) {
                return Optional.empty();
            }
            List<String> words = new ArrayList<>();
            node.path("words").forEach(w -> words.add(w.asText()));
            ChannelId channel = new ChannelId(node.path("channel").asText());
            MessageRef thread =
                    node.has("thread")
                            ? new MessageRef(channel, node.path("thread").asText())
                            : null;
            Place.Channel place = new Place.Channel(channel, thread);
            Spot spot = new Spot(place, node.path("inThread").asBoolean());
            return Optional.of(new FormMemory(words, spot));
        } catch (JsonProcessingException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
