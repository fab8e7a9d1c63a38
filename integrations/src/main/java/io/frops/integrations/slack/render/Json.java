package io.frops.integrations.slack.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Slack's small objects.
final class Json {
    private Json() {}

    static ObjectNode of(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    /// Formatted text. `verbatim` keeps Slack from making links of what looks like one.
    static ObjectNode mrkdwn(String text) {
        return of("mrkdwn").put("text", text).put("verbatim", true);
    }

    /// Text that Slack does not format. `emoji: false` leaves `:names:` as they are.
    static ObjectNode plain(String text, int most) {
        return of("plain_text").put("text", Limits.cut(text, most)).put("emoji", false);
    }

    static ArrayNode array(List<ObjectNode> nodes) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        nodes.forEach(array::add);
        return array;
    }
}
