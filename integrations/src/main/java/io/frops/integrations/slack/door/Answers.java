package io.frops.integrations.slack.door;

import io.frops.core.chat.Block;
import io.frops.core.chat.Control;
import io.frops.core.chat.Message;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.Reply;
import io.frops.core.chat.Text;
import java.util.ArrayList;
import java.util.List;

/// Outcomes as replies.
final class Answers {
    private static final String FORM_LATE =
            "The form could not be opened in time. Nothing was changed; press again.";

    private Answers() {}

    /// @return for [Outcome.Ask], what is said when the form cannot be opened
    static Reply reply(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(Reply reply) -> reply;
            case Outcome.Confirmation(Reply reply, Control.Button yes) -> asking(reply, yes);
            case Outcome.Approval(Reply reply) -> reply;
            case Outcome.Ask _ -> Reply.toCaller(sentence(FORM_LATE));
            case Outcome.Usage(Reply reply) -> reply;
            case Outcome.Denied(Reply reply) -> reply;
            case Outcome.Unknown(Reply reply) -> reply;
            case Outcome.Refused(Reply reply) -> reply;
            case Outcome.Failed(Reply reply) -> reply;
            case Outcome.Unavailable(Reply reply) -> reply;
        };
    }

    /// Whether a form that led here can be closed.
    static boolean isSettled(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _, Outcome.Approval _ -> true;
            case Outcome.Confirmation _,
                    Outcome.Ask _,
                    Outcome.Usage _,
                    Outcome.Denied _,
                    Outcome.Unknown _,
                    Outcome.Refused _,
                    Outcome.Failed _,
                    Outcome.Unavailable _ ->
                    false;
        };
    }

    static Message sentence(String text) {
        return Message.of(text, Text.of(text));
    }

    static boolean isPublic(Reply reply) {
        return switch (reply.audience()) {
            case CALLER -> false;
            case CHANNEL -> true;
        };
    }

    /// A question is for the one who asked alone: only they may say yes.
    private static Reply asking(Reply reply, Control.Button yes) {
        Message message = reply.message();
        List<Block> blocks = new ArrayList<>(message.blocks());
        if (blocks.isEmpty()) {
            blocks.add(Block.Section.of(Text.of(message.text())));
        }
        blocks.add(new Block.Actions(List.of(yes)));
        return Reply.toCaller(new Message(message.text(), message.colour(), blocks));
    }
}
