package io.frops.integrations.slack.door;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import io.frops.core.access.PersonId;
import io.frops.core.chat.ChannelId;
import io.frops.core.chat.MessageRef;
import io.frops.core.chat.Place;
import io.frops.core.chat.Words;
import io.frops.integrations.slack.render.Actions;
import io.frops.integrations.slack.render.Spot;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Presses of buttons and choices in menus: an empty 200, and a private message about the outcome.
final class Clicks {
    private static final String UNKNOWN =
            "This control is from an older version of the bot and does nothing any more. Nothing was changed;"
                    + " `/frops help` shows what you can do.";

    private final Desk desk;
    private final Speakers speakers;
    private final Forms forms;

    Clicks(Desk desk, Speakers speakers, Forms forms) {
        this.desk = desk;
        this.speakers = speakers;
        this.forms = forms;
    }

    Response handle(BlockActionRequest slack) {
        BlockActionPayload payload = slack.getPayload();
        BlockActionPayload.Action action = payload.getActions().getFirst();
        Optional<Spot> spot = spot(payload);
        if (spot.isEmpty() || Actions.isLink(action.getActionId())) {
            return Replies.empty();
        }
        boolean ephemeral = payload.getContainer().isEphemeral();
        PersonId person = new PersonId(payload.getUser().getId());
        Voice voice =
                speakers.voice(
                        ephemeral ? Voice.Manner.REPLACE : Voice.Manner.EPHEMERAL,
                        spot.get(),
                        person,
                        payload.getResponseUrl(),
                        Ids.of(slack));
        Words.Split split = Words.split(Optional.ofNullable(value(action)).orElse(""));
        List<String> words =
                switch (split) {
                    case Words.Split.Of(List<String> all) -> all;
                    case Words.Split.Unbalanced _ -> List.of();
                };
        if (words.isEmpty()) {
            desk.background(() -> voice.whisper(Answers.sentence(UNKNOWN)));
            return Replies.empty();
        }
        Request request = new Request(Ids.of(slack), person, spot.get().place(), words, true);
        return run(request, payload.getTriggerId(), spot.get(), voice);
    }

    private Response run(Request request, @Nullable String trigger, Spot spot, Voice voice) {
        return desk.serve(
                request,
                outcome -> {
                    desk.background(() -> forms.tell(outcome, trigger, spot, voice));
                    return Replies.empty();
                },
                waiting -> {
                    desk.background(() -> voice.whisper(waiting));
                    return Replies.empty();
                },
                outcome -> forms.tell(outcome, trigger, spot, voice.beside()));
    }

    private static @Nullable String value(BlockActionPayload.Action action) {
        return action.getSelectedOption() == null
                ? action.getValue()
                : action.getSelectedOption().getValue();
    }

    /// Empty for a control in a form: those are read when the form is sent.
    private static Optional<Spot> spot(BlockActionPayload payload) {
        BlockActionPayload.Container container = payload.getContainer();
        String name = channel(payload);
        if (container == null || name == null) {
            return Optional.empty();
        }
        ChannelId channel = new ChannelId(name);
        String thread = container.getThreadTs();
        if (thread == null && payload.getMessage() != null) {
            thread = payload.getMessage().getThreadTs();
        }
        boolean inThread = thread != null && !thread.equals(container.getMessageTs());
        String root = inThread || container.isEphemeral() ? thread : container.getMessageTs();
        MessageRef message = root == null ? null : new MessageRef(channel, root);
        return Optional.of(new Spot(new Place.Channel(channel, message), inThread));
    }

    private static @Nullable String channel(BlockActionPayload payload) {
        return payload.getChannel() != null
                ? payload.getChannel().getId()
                : payload.getContainer() == null ? null : payload.getContainer().getChannelId();
    }
}
