package io.frops.integrations.slack.door;

import com.slack.api.app_backend.events.payload.Authorization;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import io.frops.core.access.CommandId;
import io.frops.core.access.PersonId;
import io.frops.core.chat.Block;
import io.frops.core.chat.ChannelId;
import io.frops.core.chat.Message;
import io.frops.core.chat.MessageRef;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.Place;
import io.frops.core.chat.Reply;
import io.frops.core.chat.Text;
import io.frops.core.chat.Words;
import io.frops.integrations.slack.render.Spot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `@frops WORDS`, in threads above all, where slash commands do not work; and direct messages.
final class Talk {
    private static final String HOW_TO =
            "I read what you write here as a command: `incidents`, `health`, `help`. In a channel the same"
                    + " commands begin with `/frops`, in a thread with a mention of me.";

    private final Desk desk;
    private final Speakers speakers;
    private final Forms forms;

    Talk(Desk desk, Speakers speakers, Forms forms) {
        this.desk = desk;
        this.speakers = speakers;
        this.forms = forms;
    }

    Response mention(EventsApiPayload<AppMentionEvent> payload) {
        AppMentionEvent event = payload.getEvent();
        if (event.getBotId() != null || event.getUser() == null) {
            return Replies.empty();
        }
        CommandId id = id(payload.getEventId());
        ChannelId channel = new ChannelId(event.getChannel());
        String root = event.getThreadTs();
        MessageRef thread = root == null ? null : new MessageRef(channel, root);
        Spot spot = new Spot(new Place.Channel(channel, thread), root != null);
        PersonId person = new PersonId(event.getUser());
        Voice voice = speakers.voice(Voice.Manner.EPHEMERAL, spot, person, null, id);
        String said = SlackText.afterMention(event.getText(), bot(payload));
        return run(SlackText.words(said), id, person, spot, voice, false);
    }

    Response direct(EventsApiPayload<MessageEvent> payload) {
        MessageEvent event = payload.getEvent();
        if (event.getBotId() != null || event.getUser() == null) {
            return Replies.empty();
        }
        CommandId id = id(payload.getEventId());
        ChannelId channel = new ChannelId(event.getChannel());
        String root = event.getThreadTs();
        MessageRef thread = root == null ? null : new MessageRef(channel, root);
        Spot spot = new Spot(new Place.Channel(channel, thread), root != null);
        PersonId person = new PersonId(event.getUser());
        Voice voice = speakers.voice(Voice.Manner.DIRECT, spot, person, null, id);
        return run(SlackText.words(event.getText()), id, person, spot, voice, true);
    }

    private Response run(
            Words.Split split,
            CommandId id,
            PersonId person,
            Spot spot,
            Voice voice,
            boolean direct) {
        List<String> words =
                switch (split) {
                    case Words.Split.Of(List<String> all) -> all.isEmpty() ? List.of("help") : all;
                    case Words.Split.Unbalanced(String why) -> {
                        desk.background(() -> voice.whisper(Answers.sentence(why)));
                        yield List.of();
                    }
                };
        if (words.isEmpty()) {
            return Replies.empty();
        }
        return desk.serve(
                new Request(id, person, spot.place(), words, false),
                outcome -> later(() -> forms.tell(explained(outcome, direct), null, spot, voice)),
                waiting -> later(() -> voice.whisper(waiting)),
                outcome -> forms.tell(explained(outcome, direct), null, spot, voice));
    }

    private Response later(Runnable task) {
        desk.background(task);
        return Replies.empty();
    }

    /// Somebody who writes to the bot for the first time does not know yet that it takes commands.
    private static Outcome explained(Outcome outcome, boolean direct) {
        if (!direct || !(outcome instanceof Outcome.Usage(Reply reply))) {
            return outcome;
        }
        Message message = reply.message();
        List<Block> blocks = new ArrayList<>(message.blocks());
        if (blocks.isEmpty()) {
            blocks.add(Block.Section.of(Text.of(message.text())));
        }
        blocks.add(new Block.Context(howTo()));
        return new Outcome.Usage(
                Reply.toCaller(new Message(message.text(), message.colour(), blocks)));
    }

    private static Text howTo() {
        Text text = Text.EMPTY;
        boolean code = false;
        for (String piece : HOW_TO.split("`", -1)) {
            text = code ? text.code(piece) : text.plain(piece);
            code = !code;
        }
        return text;
    }

    private static CommandId id(String eventId) {
        return new CommandId("slack/" + eventId);
    }

    private static @Nullable String bot(EventsApiPayload<?> payload) {
        List<Authorization> all = payload.getAuthorizations();
        return all == null || all.isEmpty() ? null : all.getFirst().getUserId();
    }
}
