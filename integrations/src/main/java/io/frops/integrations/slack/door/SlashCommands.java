package io.frops.integrations.slack.door;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import io.frops.core.access.PersonId;
import io.frops.core.chat.ChannelId;
import io.frops.core.chat.Message;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.Reply;
import io.frops.core.chat.Words;
import io.frops.integrations.slack.render.Messages;
import io.frops.integrations.slack.render.Spot;
import java.util.List;

/// `/frops WORDS` in a channel: answered in the 200 itself.
final class SlashCommands {
    private final Desk desk;
    private final Speakers speakers;
    private final Forms forms;

    SlashCommands(Desk desk, Speakers speakers, Forms forms) {
        this.desk = desk;
        this.speakers = speakers;
        this.forms = forms;
    }

    Response handle(SlashCommandRequest slack) {
        SlashCommandPayload payload = slack.getPayload();
        Spot spot = Spot.channel(new ChannelId(payload.getChannelId()));
        var id = Ids.of(slack);
        PersonId person = new PersonId(payload.getUserId());
        Voice voice =
                speakers.voice(
                        Voice.Manner.RESPONSE_URL, spot, person, payload.getResponseUrl(), id);
        return switch (SlackText.words(payload.getText())) {
            case Words.Split.Unbalanced(String why) ->
                    say(Reply.toCaller(Answers.sentence(why)), voice);
            case Words.Split.Of(List<String> words) ->
                    desk.serve(
                            new Request(id, person, spot.place(), words, true),
                            outcome -> answer(outcome, payload.getTriggerId(), spot, voice),
                            waiting -> say(Reply.toCaller(waiting), voice),
                            outcome -> forms.tell(outcome, payload.getTriggerId(), spot, voice));
        };
    }

    private Response answer(Outcome outcome, String trigger, Spot spot, Voice voice) {
        return switch (outcome) {
            case Outcome.Ask _ -> {
                desk.background(() -> forms.tell(outcome, trigger, spot, voice));
                yield Replies.empty();
            }
            case Outcome.Done _,
                    Outcome.Confirmation _,
                    Outcome.Approval _,
                    Outcome.Usage _,
                    Outcome.Denied _,
                    Outcome.Unknown _,
                    Outcome.Refused _,
                    Outcome.Failed _,
                    Outcome.Unavailable _ ->
                    say(Answers.reply(outcome), voice);
        };
    }

    /// The first part is the answer; what does not fit follows by the response URL.
    private Response say(Reply reply, Voice voice) {
        Message message = reply.message();
        List<ObjectNode> parts = Messages.parts(message);
        boolean all = Answers.isPublic(reply);
        if (parts.size() > 1) {
            desk.background(() -> voice.goOn(parts.subList(1, parts.size()), all));
        }
        return Replies.json(
                parts.getFirst().put("response_type", all ? "in_channel" : "ephemeral"));
    }
}
