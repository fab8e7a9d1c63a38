package io.frops.checks.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.frops.sandbox.slack.workspace.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The texts of a message that Slack formats; what is `plain_text` is shown as it is.
final class Formatted {
    private Formatted() {}

    static List<String> texts(Message message) {
        List<String> texts = new ArrayList<>();
        texts.add(message.content().text());
        collect(message.content().blocks(), texts);
        collect(message.content().attachments(), texts);
        return texts;
    }

    private static void collect(@Nullable JsonNode node, List<String> texts) {
        if (node == null) {
            return;
        }
        if (node.path("type").asText().equals("mrkdwn")) {
            texts.add(node.path("text").asText());
        }
        node.forEach(child -> collect(child, texts));
    }
}
