package io.frops.integrations.slack.door;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import io.frops.core.access.PersonId;
import io.frops.core.chat.Control;
import io.frops.core.chat.Form;
import io.frops.core.chat.Message;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.Reply;
import io.frops.core.chat.Words;
import io.frops.integrations.slack.render.FormMemory;
import io.frops.integrations.slack.render.Spot;
import io.frops.integrations.slack.render.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Forms that were sent: the words they remember, and one more for each answer.
final class Submissions {
    private static final String FOREIGN =
            "This form is from another version of the bot. Nothing was changed; open it again.";

    private final Desk desk;
    private final Speakers speakers;
    private final Forms forms;

    Submissions(Desk desk, Speakers speakers, Forms forms) {
        this.desk = desk;
        this.speakers = speakers;
        this.forms = forms;
    }

    Response handle(ViewSubmissionRequest slack) {
        ViewSubmissionPayload payload = slack.getPayload();
        View view = payload.getView();
        Optional<FormMemory> memory =
                FormMemory.read(Objects.requireNonNullElse(view.getPrivateMetadata(), ""));
        if (memory.isEmpty()) {
            return mistake(view, Answers.sentence(FOREIGN));
        }
        Spot spot = memory.get().spot();
        PersonId person = new PersonId(payload.getUser().getId());
        var id = Ids.of(slack);
        Voice voice = speakers.voice(Voice.Manner.EPHEMERAL, spot, person, null, id);
        List<String> words = new ArrayList<>(memory.get().words());
        words.addAll(answers(view.getState()));
        return desk.serve(
                new Request(id, person, spot.place(), words, true),
                outcome -> answer(outcome, view, spot, voice),
                waiting -> mistake(view, waiting),
                outcome -> forms.tell(outcome, null, spot, voice));
    }

    private Response answer(Outcome outcome, View view, Spot spot, Voice voice) {
        if (Answers.isSettled(outcome)) {
            desk.background(() -> forms.tell(outcome, null, spot, voice));
            return Replies.json(action("clear"));
        }
        return switch (outcome) {
            case Outcome.Ask(Form form) -> replace(Views.form(form, spot));
            case Outcome.Confirmation(Reply reply, Control.Button yes) ->
                    replace(Views.question(yes.label(), words(yes), reply.message(), spot));
            case Outcome.Done _,
                    Outcome.Approval _,
                    Outcome.Usage _,
                    Outcome.Denied _,
                    Outcome.Unknown _,
                    Outcome.Refused _,
                    Outcome.Failed _,
                    Outcome.Unavailable _ ->
                    mistake(view, Answers.reply(outcome).message());
        };
    }

    /// Each answer is one word, whatever is in it; what was left empty is left out.
    private static List<String> answers(@Nullable ViewState state) {
        List<String> words = new ArrayList<>();
        if (state == null || state.getValues() == null) {
            return words;
        }
        for (Map<String, ViewState.Value> block : state.getValues().values()) {
            block.forEach((name, value) -> {
                String answer = answer(value);
                if (answer != null && !answer.isEmpty()) {
                    words.add("--" + name + "=" + answer);
                }
            });
        }
        return words;
    }

    private static @Nullable String answer(ViewState.Value value) {
        return value.getSelectedOption() == null
                ? value.getValue()
                : value.getSelectedOption().getValue();
    }

    /// Shown at the first question, so that what was typed stays; a form without questions gives
    /// way to the message.
    private static Response mistake(View view, Message message) {
        Optional<String> question =
                Stream.ofNullable(view.getBlocks())
                        .flatMap(List::stream)
                        .filter(InputBlock.class::isInstance)
                        .map(b -> ((InputBlock) b).getBlockId())
                        .filter(Objects::nonNull)
                        .findFirst();
        if (question.isEmpty()) {
            return replace(Views.notice("frops", message));
        }
        ObjectNode body = action("errors");
        body.putObject("errors").put(question.get(), message.text());
        return Replies.json(body);
    }

    private static List<String> words(Control.Button yes) {
        return switch (Words.split(yes.words())) {
            case Words.Split.Of(List<String> words) -> words;
            case Words.Split.Unbalanced(String why) -> throw new IllegalStateException(why);
        };
    }

    private static Response replace(ObjectNode view) {
        ObjectNode body = action("update");
        body.set("view", view);
        return Replies.json(body);
    }

    private static ObjectNode action(String name) {
        return JsonNodeFactory.instance.objectNode().put("response_action", name);
    }
}
