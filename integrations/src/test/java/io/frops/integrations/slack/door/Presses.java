package io.frops.integrations.slack.door;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What Slack posts when something is pressed or sent.
final class Presses {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Presses() {}

    /// A button of a card in the channel.
    static String press(String words) {
        ObjectNode payload = card();
        payload.putArray("actions")
                .addObject()
                .put("type", "button")
                .put("action_id", "ack")
                .put("block_id", "b1")
                .put("value", words)
                .put("action_ts", "1.2");
        return payload.toString();
    }

    static ObjectNode card() {
        ObjectNode payload = begin("block_actions");
        payload.putObject("container")
                .put("type", "message_attachment")
                .put("message_ts", "1.0001")
                .put("attachment_id", 1)
                .put("channel_id", "C1")
                .put("is_ephemeral", false);
        payload.putObject("channel").put("id", "C1").put("name", "incidents");
        payload.putObject("message").put("type", "message").put("ts", "1.0001").put("text", "x");
        payload.put("trigger_id", "trigger-1");
        return payload;
    }

    static String choice(String type, String words) {
        ObjectNode payload = card();
        ObjectNode action = payload.putArray("actions").addObject();
        action.put("type", type).put("action_id", "more").put("block_id", "b1");
        ObjectNode option = action.putObject("selected_option").put("value", words);
        option.putObject("text").put("type", "plain_text").put("text", "label");
        return payload.toString();
    }

    static ObjectNode begin(String type) {
        ObjectNode payload = JSON.createObjectNode().put("type", type);
        payload.putObject("team").put("id", "T1").put("domain", "acme");
        payload.putObject("user")
                .put("id", "U1")
                .put("username", "ana")
                .put("name", "ana")
                .put("team_id", "T1");
        return payload;
    }

    /// A form with the questions `reason` and `level`, sent with these answers.
    static String sent(String memory, String reason, String level) {
        ObjectNode view = JSON.createObjectNode();
        view.put("id", "V1").put("type", "modal").put("callback_id", "escalate");
        view.put("private_metadata", memory);
        ObjectNode input = view.putArray("blocks").addObject();
        input.put("type", "input").put("block_id", "reason");
        input.putObject("label").put("type", "plain_text").put("text", "Why?");
        input.putObject("element").put("type", "plain_text_input").put("action_id", "reason");
        ObjectNode values = view.putObject("state").putObject("values");
        values.putObject("reason")
                .putObject("reason")
                .put("type", "plain_text_input")
                .put("value", reason);
        ObjectNode chosen =
                values.putObject("level").putObject("level").put("type", "static_select");
        if (level.isEmpty()) {
            chosen.putNull("selected_option");
        } else {
            ObjectNode option = chosen.putObject("selected_option").put("value", level);
            option.putObject("text").put("type", "plain_text").put("text", "label");
        }
        ObjectNode payload = begin("view_submission").put("trigger_id", "trigger-2");
        payload.set("view", view);
        return payload.toString();
    }
}
