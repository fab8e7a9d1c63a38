package io.frops.core.chat;

import java.util.List;

/// What is posted.
///
/// @param text the message as one sentence, for notifications and screen readers; a card's begins
///   `INC-42 SEV2`
public record Message(String text, Colour colour, List<Block> blocks) {
    public Message {
        blocks = List.copyOf(blocks);
    }

    public static Message of(String text, Block... blocks) {
        return new Message(text, Colour.NONE, List.of(blocks));
    }

    public static Message of(String text, Text body) {
        return of(text, Block.Section.of(body));
    }

    public Message in(Colour bar) {
        return new Message(text, bar, blocks);
    }
}
