package io.frops.integrations.slack.door;

import static io.frops.integrations.slack.SlackStub.field;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.core.chat.ChannelId;
import io.frops.core.chat.MessageRef;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.Place;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TalkTest extends DoorTest {
    private static final ChannelId C1 = new ChannelId("C1");

    @Test
    void an_event_that_failed_is_handled_when_slack_sends_it_again() {
        ObjectNode broken = mention("<@UBOT> ack").put("user", "nobody");
        assertThat(say(broken).status()).isEqualTo(500);
        clock.advance(Duration.ofSeconds(60));
        assertThat(say(mention("<@UBOT> ack")).status()).isEqualTo(200);
        assertThat(words()).containsExactly("ack");
    }

    @Test
    void a_mention_in_a_thread_is_a_command_about_that_thread() {
        assertThat(say(mention("<@UBOT> ack &lt;now&gt;").put("thread_ts", "0.9")).status())
                .isEqualTo(200);
        assertThat(words()).containsExactly("ack", "<now>");
        assertThat(doors.came.getFirst().place())
                .isEqualTo(new Place.Channel(C1, new MessageRef(C1, "0.9")));
        assertThat(doors.came.getFirst().form()).isFalse();
        assertThat(doors.came.getFirst().id().value()).isEqualTo("slack/Ev1");
        var told = sent("chat.postEphemeral");
        assertThat(field(told, "thread_ts")).isEqualTo("0.9");
        assertThat(field(told, "user")).isEqualTo("U1");
    }

    @Test
    void the_words_are_those_after_the_bots_own_mention() {
        say(mention("<@U7> please see, <@UBOT> note INC-1 seen"));
        assertThat(words()).containsExactly("note", "INC-1", "seen");
    }

    @Test
    void an_event_that_slack_sends_again_runs_once() {
        say(mention("<@UBOT> ack"));
        clock.advance(Duration.ofSeconds(60));
        assertThat(say(mention("<@UBOT> ack")).status()).isEqualTo(200);
        assertThat(doors.came).hasSize(1);
    }

    @Test
    void a_direct_message_is_a_command_and_answered_there() {
        say(direct("incidents"));
        assertThat(words()).containsExactly("incidents");
        var told = sent("chat.postMessage");
        assertThat(field(told, "channel")).isEqualTo("D1");
        assertThat(field(told, "text")).isEqualTo("did incidents");
    }

    @Test
    void small_talk_is_told_how_to_speak_to_a_bot() {
        doors.on("hello", new Outcome.Usage(StubDoors.reply("There is no command hello.")));
        say(direct("hello there"));
        assertThat(field(sent("chat.postMessage"), "blocks"))
                .contains("There is no command hello.")
                .contains("as a command: `incidents`");
    }

    @Test
    void the_bot_does_not_talk_to_itself_or_to_edits() {
        say(direct("help").put("bot_id", "B1"));
        say(direct("help").put("subtype", "message_changed"));
        say(direct("help").put("channel_type", "channel"));
        assertThat(doors.came).isEmpty();
    }

    @Test
    void somebody_of_another_workspace_is_not_heard() {
        assertThat(say(mention("<@UBOT> ack").put("user_team", "T2")).status()).isEqualTo(200);
        assertThat(doors.came).isEmpty();
    }

    private Doorway.Answer say(ObjectNode event) {
        ObjectNode envelope = Doorway.JSON.createObjectNode();
        envelope.put("type", "event_callback").put("team_id", "T1").put("event_id", "Ev1");
        envelope.put("event_time", 1).put("api_app_id", "A1").put("token", "t");
        envelope.putArray("authorizations").addObject().put("user_id", "UBOT").put("is_bot", true);
        envelope.set("event", event);
        return door.post(envelope.toString());
    }

    private static ObjectNode mention(String text) {
        return Doorway.JSON
                .createObjectNode()
                .put("type", "app_mention")
                .put("user", "U1")
                .put("ts", "3.3")
                .put("text", text)
                .put("channel", "C1");
    }

    private static ObjectNode direct(String text) {
        return mention(text).put("type", "message").put("channel", "D1").put("channel_type", "im");
    }
}
