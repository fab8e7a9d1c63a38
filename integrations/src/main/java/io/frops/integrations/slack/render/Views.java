package io.frops.integrations.slack.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.core.chat.Form;
import io.frops.core.chat.Message;
import java.util.List;

/// Forms as Slack's modals.
public final class Views {
    private Views() {}

    public static ObjectNode form(Form form, Spot spot) {
        return asking(form, new FormMemory(form.words(), spot));
    }

    /// A question to be answered by sending the form or closing it.
    ///
    /// @param yes the sending button's label
    /// @param words the command that sending it runs
    public static ObjectNode question(String yes, List<String> words, Message question, Spot spot) {
        Form form = new Form("confirm", "Please confirm", yes, words, question.blocks());
        return asking(form, new FormMemory(words, spot));
    }

    /// Something to read and close.
    public static ObjectNode notice(String title, Message message) {
        ObjectNode node = modal(title);
        node.set("close", Json.plain("Close", Limits.VIEW_LABEL));
        List<ObjectNode> blocks = Blocks.of(message.blocks());
        if (blocks.isEmpty()) {
            ObjectNode section = Json.of("section");
            section.set("text", Json.mrkdwn(Literal.of(Limits.cut(message.text(), 900))));
            blocks = List.of(section);
        }
        node.set("blocks", Json.array(blocks));
        return node;
    }

    private static ObjectNode asking(Form form, FormMemory memory) {
        ObjectNode node = modal(form.title());
        node.put("callback_id", form.name());
        node.set("submit", Json.plain(form.submit(), Limits.VIEW_LABEL));
        node.set("close", Json.plain("Cancel", Limits.VIEW_LABEL));
        node.put("private_metadata", memory.written());
        node.set("blocks", Json.array(Blocks.of(form.blocks())));
        return node;
    }

    private static ObjectNode modal(String title) {
        ObjectNode node = Json.of("modal");
        node.set("title", Json.plain(title, Limits.VIEW_LABEL));
        return node;
    }
}
