package io.frops.integrations.slack.door;

import static io.frops.integrations.slack.SlackStub.field;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.frops.core.access.PersonId;
import io.frops.core.chat.Block;
import io.frops.core.chat.ChannelId;
import io.frops.core.chat.Colour;
import io.frops.core.chat.Control;
import io.frops.core.chat.Form;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Message;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.Place;
import io.frops.core.chat.Reply;
import io.frops.core.chat.Text;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CommandsTest extends DoorTest {
    @Test
    void a_command_is_answered_in_the_200_for_the_caller_alone() {
        JsonNode answer = door.command("ack INC-42 “two words” —yes").json();
        assertThat(answer.path("response_type").asText()).isEqualTo("ephemeral");
        assertThat(answer.path("text").asText()).isEqualTo("did ack|INC-42|two words|--yes");
        Invocation came = doors.came.getFirst();
        assertThat(came.caller()).isEqualTo(new PersonId("U1"));
        assertThat(came.place()).isEqualTo(new Place.Channel(new ChannelId("C1"), null));
        assertThat(came.confirmed()).isFalse();
        assertThat(came.form()).isTrue();
    }

    @Test
    void what_everybody_shall_see_is_said_in_the_channel() {
        doors.on("declare", new Outcome.Done(StubDoors.loud("INC-1 is open")));
        assertThat(door.command("declare").json().path("response_type").asText())
                .isEqualTo("in_channel");
    }

    @Test
    void an_unbalanced_quote_is_explained_and_runs_nothing() {
        assertThat(door.command("note \"half").json().path("text").asText())
                .contains("never closed");
        assertThat(doors.came).isEmpty();
    }

    @Test
    void shell_text_arrives_as_words() {
        door.command("note $(rm -rf /) ; reboot --flag");
        assertThat(words()).containsExactly("note", "$(rm", "-rf", "/)", ";", "reboot", "--flag");
    }

    @Test
    void people_and_addresses_arrive_by_what_they_are() {
        door.command("note <@U012|ana> <#C9|ops> <https://x.example/a|x.example/a> a &lt; b");
        assertThat(words())
                .containsExactly("note", "U012", "C9", "https://x.example/a", "a", "<", "b");
    }

    @Test
    void what_is_missing_is_asked_for_by_a_form() throws Exception {
        Form form = new Form("declare", "Declare", "Declare", List.of("declare"), List.of());
        doors.on("declare", new Outcome.Ask(form));
        assertThat(door.command("declare").body()).isEmpty();
        var opened = sent("views.open");
        assertThat(field(opened, "trigger_id")).isEqualTo("trigger-1");
        assertThat(Doorway.JSON.readTree(field(opened, "view")).path("callback_id").asText())
                .isEqualTo("declare");
    }

    @Test
    void a_form_that_slack_will_not_open_is_told() {
        slack.says("views.open", "{\"ok\":false,\"error\":\"expired_trigger_id\"}");
        doors.on(
                "declare",
                new Outcome.Ask(new Form("d", "Declare", "Go", List.of("declare"), List.of())));
        door.command("declare");
        assertThat(field(sent("chat.postEphemeral"), "text")).contains("could not be opened");
    }

    @Test
    void a_confirmation_comes_with_its_button() {
        Control.Button yes = Control.Button.danger("yes", "Yes, resolve", "resolve INC-1 --yes");
        doors.on("resolve", new Outcome.Confirmation(StubDoors.loud("Sure?"), yes));
        JsonNode answer = door.command("resolve INC-1").json();
        assertThat(answer.path("response_type").asText()).isEqualTo("ephemeral");
        assertThat(answer.path("blocks").findValuesAsText("value"))
                .containsExactly("resolve INC-1 --yes");
    }

    @Test
    void a_change_that_hangs_is_not_confirmed_withdrawn_and_told_later() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        doors.on(
                "ack",
                invocation -> {
                    await(stuck);
                    return new Outcome.Refused(
                            StubDoors.reply("withdrawn: " + invocation.withdrawn().getAsBoolean()));
                });
        slack.answers("/respond", WireMock.ok());
        Doorway.Answer answer = command("ack INC-1", slack.url("/respond"));
        assertThat(answer.json().path("text").asText())
                .contains("not confirmed - check the card, press again");
        stuck.countDown();
        assertThat(sent("/respond").getBodyAsString()).contains("withdrawn: true");
    }

    @Test
    void a_look_that_takes_long_is_worked_on_and_answered_by_the_response_url() {
        CountDownLatch stuck = new CountDownLatch(1);
        doors.on(
                "health",
                invocation -> {
                    await(stuck);
                    return new Outcome.Done(
                            StubDoors.reply("withdrawn: " + invocation.withdrawn().getAsBoolean()));
                });
        slack.answers("/respond", WireMock.ok());
        Doorway.Answer answer = command("health read", slack.url("/respond"));
        assertThat(answer.json().path("text").asText()).contains("Working on it");
        stuck.countDown();
        assertThat(sent("/respond").getBodyAsString()).contains("withdrawn: false");
    }

    @Test
    void a_response_url_on_another_host_is_never_called() {
        CountDownLatch stuck = new CountDownLatch(1);
        doors.on(
                "health",
                invocation -> {
                    await(stuck);
                    return new Outcome.Done(StubDoors.reply("all good"));
                });
        slack.answers("/respond", WireMock.ok());
        command("health read", slack.url("/respond").replace("127.0.0.1", "localhost"));
        stuck.countDown();
        assertThat(field(sent("chat.postEphemeral"), "text")).isEqualTo("all good");
        assertThat(slack.sent("/respond")).isEmpty();
    }

    @Test
    void an_answer_too_long_for_one_message_goes_on() {
        List<Block> many = Collections.nCopies(70, Block.Section.of(Text.of("line")));
        doors.on(
                "incidents",
                new Outcome.Done(Reply.toCaller(new Message("70", Colour.NONE, many))));
        slack.answers("/respond", WireMock.ok());
        assertThat(command("incidents", slack.url("/respond")).json().path("blocks").size())
                .isEqualTo(50);
        assertThat(sent("/respond").getBodyAsString()).contains("(2 of 2)");
    }

    @Test
    void a_mistake_of_ours_is_told_with_a_reference() {
        doors.on(
                "help",
                i -> {
                    throw new IllegalStateException("secret detail");
                });
        assertThat(door.command("help").body()).contains("went wrong").doesNotContain("secret");
        doors.on(
                "incidents",
                new Outcome.Confirmation(
                        StubDoors.reply("x"), Control.Button.plain("a", "b", "w".repeat(3_000))));
        assertThat(door.command("incidents").json().path("text").asText()).contains("went wrong");
    }

    private Doorway.Answer command(String text, String responseUrl) {
        return door.post(
                Doorway.form(
                        Map.of(
                                "command", "/frops",
                                "team_id", "T1",
                                "channel_id", "C1",
                                "user_id", "U1",
                                "text", text,
                                "response_url", responseUrl,
                                "trigger_id", "trigger-1")));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
