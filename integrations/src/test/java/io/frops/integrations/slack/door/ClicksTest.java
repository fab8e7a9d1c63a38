package io.frops.integrations.slack.door;

import static io.frops.integrations.slack.SlackStub.field;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.frops.core.chat.Block;
import io.frops.core.chat.ChannelId;
import io.frops.core.chat.Control;
import io.frops.core.chat.Form;
import io.frops.core.chat.MessageRef;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.Place;
import io.frops.integrations.slack.render.FormMemory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClicksTest extends DoorTest {
    private static final ChannelId C1 = new ChannelId("C1");

    @Test
    void the_outcome_of_a_form_comes_as_a_direct_message_where_the_bot_may_not_speak() {
        slack.says("chat.postEphemeral", "{\"ok\":false,\"error\":\"not_in_channel\"}");
        slack.says("conversations.open", "{\"ok\":true,\"channel\":{\"id\":\"D9\"}}");
        doors.on("escalate", i -> done());
        door.payload(Presses.sent(memory("escalate", "INC-1"), "x", ""));
        var told = sent("chat.postMessage");
        assertThat(field(told, "channel")).isEqualTo("D9");
        assertThat(field(told, "text")).isEqualTo("escalated");
    }

    @Test
    void a_press_runs_the_buttons_words_and_tells_the_person_alone() {
        Doorway.Answer answer = door.payload(Presses.press("ack INC-42 \"--assume=open/SEV2 1\""));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(words()).containsExactly("ack", "INC-42", "--assume=open/SEV2 1");
        assertThat(doors.came.getFirst().place())
                .isEqualTo(new Place.Channel(C1, new MessageRef(C1, "1.0001")));
        var told = sent("chat.postEphemeral");
        assertThat(field(told, "user")).isEqualTo("U1");
        assertThat(field(told, "text")).startsWith("did ack");
        assertThat(field(told, "thread_ts")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"static_select", "overflow"})
    void a_choice_runs_its_words(String type) {
        door.payload(Presses.choice(type, "severity INC-42 1"));
        assertThat(words()).containsExactly("severity", "INC-42", "1");
    }

    @Test
    void a_press_in_a_thread_means_its_root_and_is_answered_there() {
        ObjectNode payload = pressed("ack INC-1");
        payload.withObject("/message").put("thread_ts", "0.9");
        payload.withObject("/container").put("thread_ts", "0.9");
        door.payload(payload.toString());
        assertThat(doors.came.getFirst().place())
                .isEqualTo(new Place.Channel(C1, new MessageRef(C1, "0.9")));
        assertThat(field(sent("chat.postEphemeral"), "thread_ts")).isEqualTo("0.9");
    }

    @Test
    void a_press_on_a_private_message_replaces_it() {
        ObjectNode payload = pressed("resolve INC-1 --yes");
        payload.withObject("/container").put("is_ephemeral", true).put("type", "message");
        payload.remove("message");
        payload.put("response_url", slack.url("/respond"));
        slack.answers("/respond", WireMock.ok());
        door.payload(payload.toString());
        assertThat(sent("/respond").getBodyAsString())
                .contains("\"replace_original\":true")
                .contains("did resolve");
        assertThat(doors.came.getFirst().place()).isEqualTo(new Place.Channel(C1, null));
    }

    @Test
    void a_private_message_that_fails_does_not_fail_the_press() {
        slack.says("chat.postEphemeral", "{\"ok\":false,\"error\":\"user_not_in_channel\"}");
        slack.answers("/respond", WireMock.ok());
        ObjectNode payload = pressed("ack INC-1");
        payload.put("response_url", slack.url("/respond"));
        assertThat(door.payload(payload.toString()).status()).isEqualTo(200);
        assertThat(sent("/respond").getBodyAsString())
                .contains("\"replace_original\":false")
                .contains("did ack");
    }

    @Test
    void a_press_without_words_is_answered_kindly() {
        assertThat(door.payload(Presses.press("")).status()).isEqualTo(200);
        assertThat(field(sent("chat.postEphemeral"), "text")).contains("older version");
        assertThat(doors.came).isEmpty();
    }

    @Test
    void a_link_that_was_opened_is_nothing_to_do() {
        ObjectNode payload = pressed("");
        payload.withArray("/actions")
                .removeAll()
                .addObject()
                .put("type", "button")
                .put("action_id", "link:runbook");
        assertThat(door.payload(payload.toString()).status()).isEqualTo(200);
        door.payload(Presses.press(""));
        sent("chat.postEphemeral");
        assertThat(slack.sent("chat.postEphemeral")).hasSize(1);
    }

    @Test
    void a_hanging_change_is_acknowledged_in_time_and_told() {
        assertThat(Desk.PATIENCE).isLessThanOrEqualTo(Duration.ofMillis(1_500));
        CountDownLatch stuck = new CountDownLatch(1);
        doors.on(
                "ack",
                i -> {
                    try {
                        stuck.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return new Outcome.Done(StubDoors.loud("acknowledged after all"));
                });
        assertThat(door.payload(Presses.press("ack INC-1")).status()).isEqualTo(200);
        assertThat(field(sent("chat.postEphemeral"), "text")).contains("not confirmed");
        assertThat(doors.came.getFirst().withdrawn().getAsBoolean()).isTrue();
        stuck.countDown();
        var told = sent("chat.postMessage");
        assertThat(field(told, "text")).isEqualTo("acknowledged after all");
        assertThat(field(told, "thread_ts")).isEqualTo("1.0001");
    }

    @Test
    void a_form_opened_by_a_press_remembers_the_cards_place_and_its_answers_become_words()
            throws Exception {
        Form form =
                new Form(
                        "escalate",
                        "Escalate",
                        "Escalate",
                        List.of("escalate", "INC-1", "--assume=open two"),
                        List.of(
                                new Block.Input(
                                        "reason",
                                        "Why?",
                                        new Block.Input.Kind.Line(null, "", 100),
                                        null,
                                        false)));
        doors.on("escalate", i -> i.words().size() < 4 ? new Outcome.Ask(form) : done());
        door.payload(Presses.press("escalate INC-1"));
        String view = field(sent("views.open"), "view");
        String memory = Doorway.JSON.readTree(view).path("private_metadata").asText();

        Doorway.Answer answer =
                door.payload(Presses.sent(memory, "it's \"bad\" $(x) --level=9", "2"));
        assertThat(answer.json().path("response_action").asText()).isEqualTo("clear");
        assertThat(doors.came.getLast().words())
                .containsExactly(
                        "escalate",
                        "INC-1",
                        "--assume=open two",
                        "--reason=it's \"bad\" $(x) --level=9",
                        "--level=2");
        assertThat(doors.came.getLast().place())
                .isEqualTo(new Place.Channel(C1, new MessageRef(C1, "1.0001")));
        assertThat(field(sent("chat.postEphemeral"), "text")).isEqualTo("escalated");
    }

    @Test
    void a_refusal_stays_in_the_form_at_the_first_question() {
        doors.on("escalate", new Outcome.Refused(StubDoors.reply("INC-1 is resolved")));
        Doorway.Answer answer = door.payload(Presses.sent(memory("escalate", "INC-1"), "x", ""));
        assertThat(answer.json().path("response_action").asText()).isEqualTo("errors");
        assertThat(answer.json().path("errors").path("reason").asText())
                .isEqualTo("INC-1 is resolved");
        assertThat(words()).containsExactly("escalate", "INC-1", "--reason=x");
    }

    @Test
    void a_confirmation_takes_the_forms_place() {
        Control.Button yes = Control.Button.danger("yes", "Yes", "resolve INC-1 --yes");
        doors.on("resolve", new Outcome.Confirmation(StubDoors.reply("Sure?"), yes));
        Doorway.Answer answer = door.payload(Presses.sent(memory("resolve", "INC-1"), "x", ""));
        assertThat(answer.json().path("response_action").asText()).isEqualTo("update");
        FormMemory next =
                FormMemory.read(answer.json().path("view").path("private_metadata").asText())
                        .orElseThrow();
        assertThat(next.words()).containsExactly("resolve", "INC-1", "--yes");
    }

    @Test
    void a_form_that_is_not_ours_changes_nothing() {
        Doorway.Answer answer = door.payload(Presses.sent("{}", "x", ""));
        assertThat(answer.json().path("errors").path("reason").asText()).contains("open it again");
        assertThat(doors.came).isEmpty();
    }

    private static Outcome done() {
        return new Outcome.Done(StubDoors.reply("escalated"));
    }

    private static String memory(String... words) {
        return Doorway.JSON
                .createObjectNode()
                .put("channel", "C1")
                .set("words", Doorway.JSON.valueToTree(words))
                .toString();
    }

    private static ObjectNode pressed(String words) {
        try {
            return (ObjectNode) Doorway.JSON.readTree(Presses.press(words));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
