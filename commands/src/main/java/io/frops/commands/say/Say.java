package io.frops.commands.say;

import io.frops.core.access.Actor;
import io.frops.core.access.PersonId;
import io.frops.core.chat.Block;
import io.frops.core.chat.Colour;
import io.frops.core.chat.Message;
import io.frops.core.chat.PlainText;
import io.frops.core.chat.Reply;
import io.frops.core.chat.Span;
import io.frops.core.chat.Text;
import io.frops.core.oncall.People;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Makes messages of texts, with names that colleagues know.
public record Say(People people) {
    /// Longer than this a section would not fit any chat.
    private static final int LONGEST_SENTENCE = 300;

    /// A message whose first block is the text.
    public Message message(Text text, Block... more) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Section.of(text));
        blocks.addAll(List.of(more));
        return new Message(sentence(text), Colour.NONE, blocks);
    }

    public Message message(String text) {
        return message(Text.of(text));
    }

    /// For the caller alone.
    public Reply caller(Text text, Block... more) {
        return Reply.toCaller(message(text, more));
    }

    public Reply caller(String text) {
        return caller(Text.of(text));
    }

    /// What notifications and screen readers get: the first line, without markup and emoji.
    public String sentence(Text text) {
        PlainText plain = new PlainText(ZoneOffset.UTC, people::name);
        Text bare = new Text(text.spans().stream().map(Say::bare).toList());
        String first = plain.of(bare).strip().lines().findFirst().orElse("");
        return Counts.line(first, LONGEST_SENTENCE);
    }

    private static Span bare(Span span) {
        return switch (span) {
            case Span.Code(var text) -> new Span.Plain(text);
            case Span.Link(_, var label) -> new Span.Plain(label);
            case Span.Emoji _ -> new Span.Plain("");
            case Span.Plain _,
                    Span.Bold _,
                    Span.Block _,
                    Span.Mention _,
                    Span.MentionGroup _,
                    Span.Moment _,
                    Span.Break _ ->
                    span;
        };
    }

    /// Who did something: a mention, or `frops` for the bot itself.
    public static Text actor(Actor actor) {
        return switch (actor) {
            case Actor.Human(var id) -> Text.EMPTY.mention(id);
            case Actor.Bot _ -> Text.of("frops");
        };
    }

    /// `@ana`, `@ana and @bo`, `@ana, @bo and @cy`.
    public static Text mentions(List<PersonId> all) {
        Text text = Text.EMPTY;
        for (int i = 0; i < all.size(); i++) {
            String between = i == 0 ? "" : i == all.size() - 1 ? " and " : ", ";
            text = (between.isEmpty() ? text : text.plain(between)).mention(all.get(i));
        }
        return text;
    }
}
