package io.frops.sandbox.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.frops.sandbox.slack.workspace.Message;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Presses, commands and response addresses, as a bot sees them.
class InteractionTest {
    private static final String SELECT =
            """
            {"type":"static_select","action_id":"sev","placeholder":{"type":"plain_text","text":"Severity"},
             "options":[{"text":{"type":"plain_text","text":"SEV1"},"value":"1"},{"text":{"type":"plain_text","text":"SEV2"},"value":"2"}]}\
            """;

    private final Slack slack = new Slack();
    private final Acting ana = slack.simulator.as(Slack.ANA);

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void a_press_is_signed_so_that_anybody_with_the_secret_can_verify_it() throws Exception {
        ana.press(slack.card(Slack.actions(Slack.button("ack", "INC-1|open"))), "ack");
        TestBot.Post post = slack.bot.last();
        String stamp = String.valueOf(post.headers().get("X-Slack-Request-Timestamp"));
        assertThat(stamp).isEqualTo(Long.toString(slack.clock.instant().getEpochSecond()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Slack.SECRET.getBytes(UTF_8), "HmacSHA256"));
        String expected =
                HexFormat.of()
                        .formatHex(
                                mac.doFinal(("v0:" + stamp + ":" + post.body()).getBytes(UTF_8)));
        assertThat(post.headers().get("X-Slack-Signature")).isEqualTo("v0=" + expected);
    }

    @Test
    void a_press_says_who_where_and_what() {
        String ts =
                slack.card(
                        Slack.actions(Slack.button("ack", "INC-1|open"), Slack.button("res", "x")));
        assertThat(ana.press(ts, "ack").ok()).isTrue();
        Json payload = slack.bot.last().payload();
        assertThat(payload.text("type")).isEqualTo("block_actions");
        assertThat(payload.text("user/id")).isEqualTo(Slack.ANA);
        assertThat(payload.text("user/team_id")).isEqualTo("T0SANDBOX");
        assertThat(payload.text("channel/id")).isEqualTo(Slack.CHANNEL);
        assertThat(payload.text("container/message_ts")).isEqualTo(ts);
        assertThat(payload.text("container/is_ephemeral")).isEqualTo("false");
        assertThat(payload.text("message/ts")).isEqualTo(ts);
        assertThat(payload.text("actions/0/action_id")).isEqualTo("ack");
        assertThat(payload.text("actions/0/block_id")).isEqualTo("acts");
        assertThat(payload.text("actions/0/value")).isEqualTo("INC-1|open");
        assertThat(payload.text("response_url")).startsWith(slack.simulator.page() + "/actions/");
        assertThat(payload.text("trigger_id")).isNotEmpty();
    }

    @Test
    void a_menu_sends_the_chosen_option_and_refuses_another() {
        String ts = slack.card(Slack.actions(SELECT));
        assertThat(ana.press(ts, "sev", "2").ok()).isTrue();
        Json payload = slack.bot.last().payload();
        assertThat(payload.text("actions/0/selected_option/value")).isEqualTo("2");
        assertThat(payload.text("state/values/acts/sev/selected_option/value")).isEqualTo("2");
        assertThat(ana.press(ts, "sev", "9").error()).isEqualTo("option_not_found");
        assertThat(ana.press(ts, "nothing").error()).isEqualTo("action_not_found");
        assertThat(ana.press("1.1", "sev").error()).isEqualTo("message_not_found");
        assertThat(slack.bot.posts()).hasSize(1);
    }

    @Test
    void a_window_that_lags_behind_an_edit_sends_what_stood_there() {
        String ts = slack.card(Slack.actions(Slack.button("ack", "INC-1|open")));
        slack.call(
                "chat.update",
                "{\"channel\":\"C0INCIDENT\",\"ts\":\"%s\",\"text\":\"over\",\"blocks\":[]}"
                        .formatted(ts));
        assertThat(ana.press(ts, "ack", "INC-1|open").ok()).isTrue();
        assertThat(slack.bot.last().payload().text("actions/0/value")).isEqualTo("INC-1|open");
        assertThat(ana.press(ts, "never").error()).isEqualTo("action_not_found");
    }

    @Test
    void elements_within_an_attachment_can_be_pressed() {
        String ts =
                slack.call(
                                "chat.postMessage",
                                "{\"channel\":\"C0INCIDENT\",\"attachments\":[{\"color\":\"#E01E5A\",\"blocks\":[%s]}]}"
                                        .formatted(Slack.actions(Slack.button("ack", "1"))))
                        .text("ts");
        assertThat(ana.press(ts, "ack").ok()).isTrue();
        assertThat(slack.bot.last().payload().text("container/type"))
                .isEqualTo("message_attachment");
    }

    @Test
    void a_stranger_s_press_carries_their_own_workspace() {
        slack.simulator
                .as("U0FAY0001")
                .press(slack.card(Slack.actions(Slack.button("ack", "1"))), "ack");
        assertThat(slack.bot.last().payload().text("user/team_id")).isEqualTo("T0ELSEWHERE");
    }

    @Test
    void a_bot_that_does_not_answer_or_refuses_fails_the_press() {
        String ts = slack.card(Slack.actions(Slack.button("ack", "1")));
        slack.bot.answer(new TestBot.Answer(500, "text/plain", "boom"));
        assertThat(ana.press(ts, "ack").error()).isEqualTo("http_service_error");
        slack.bot.answer(new TestBot.Answer(401, "text/plain", "who?"));
        assertThat(ana.press(ts, "ack").error()).isEqualTo("http_client_error");
        slack.bot.hang();
        assertThat(ana.press(ts, "ack").error()).isEqualTo("operation_timeout");
        slack.bot.close();
        assertThat(ana.press(ts, "ack").error()).isEqualTo("dispatch_failed");
    }

    @Test
    void a_response_address_works_five_times_within_thirty_minutes() {
        ana.press(slack.card(Slack.actions(Slack.button("ack", "1"))), "ack");
        String url = slack.bot.last().payload().text("response_url");
        for (int i = 0; i < 5; i++) {
            assertThat(slack.post(url, "{\"text\":\"hi\"}").statusCode()).isEqualTo(200);
        }
        assertThat(slack.post(url, "{\"text\":\"hi\"}").statusCode()).isEqualTo(404);
        assertThat(ana.ephemerals()).hasSize(5);
        ana.command(Slack.CHANNEL, "/frops help");
        String second = String.valueOf(slack.bot.last().form().get("response_url"));
        slack.clock.advance(Duration.ofMinutes(30));
        assertThat(slack.post(second, "{\"text\":\"late\"}").body()).contains("expired_url");
    }

    @Test
    void a_response_replaces_deletes_or_publishes_as_it_says() {
        String ts = slack.card(Slack.actions(Slack.button("ack", "1")));
        ana.press(ts, "ack");
        String url = slack.bot.last().payload().text("response_url");
        slack.post(url, "{\"replace_original\":true,\"text\":\"new\"}");
        assertThat(message(ts).content().text()).isEqualTo("new");
        assertThat(message(ts).edited()).isNotNull();
        slack.post(url, "{\"response_type\":\"in_channel\",\"text\":\"all\"}");
        assertThat(slack.simulator.messages(Slack.CHANNEL)).hasSize(2);
        slack.post(url, "{\"delete_original\":true}");
        assertThat(slack.simulator.messages(Slack.CHANNEL))
                .extracting(m -> m.content().text())
                .containsExactly("all");
        assertThat(slack.post(url, "{\"blocks\":[{\"type\":\"x\"}]}").body())
                .contains("invalid_blocks");
        assertThat(slack.post(url, "nonsense").statusCode()).isEqualTo(400);
    }

    private Message message(String ts) {
        return slack.simulator.messages(Slack.CHANNEL).stream()
                .filter(m -> m.ts().equals(ts))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_button_on_an_ephemeral_message_replaces_it_through_its_response_address() {
        slack.call(
                "chat.postEphemeral",
                "{\"channel\":\"C0INCIDENT\",\"user\":\"U0ANA0001\",\"text\":\"sure?\",\"blocks\":["
                        + Slack.actions(Slack.button("yes", "1"))
                        + "]}");
        String ts = ana.ephemerals().getFirst().ts();
        assertThat(slack.simulator.as(Slack.BEN).press(ts, "yes").error())
                .isEqualTo("message_not_found");
        assertThat(ana.press(ts, "yes").ok()).isTrue();
        Json payload = slack.bot.last().payload();
        assertThat(payload.text("container/is_ephemeral")).isEqualTo("true");
        assertThat(payload.has("message")).isFalse();
        slack.post(payload.text("response_url"), "{\"replace_original\":true,\"text\":\"done\"}");
        assertThat(ana.ephemerals()).extracting(m -> m.content().text()).containsExactly("done");
    }

    @Test
    void a_command_arrives_as_a_form_and_its_answer_is_private() {
        slack.bot.answer(TestBot.Answer.json("{\"text\":\"All quiet\"}"));
        assertThat(ana.command(Slack.CHANNEL, "/frops  ack @ben a<b").ok()).isTrue();
        var form = slack.bot.last().form();
        assertThat(form)
                .containsEntry("command", "/frops")
                .containsEntry("text", "ack <@U0BEN0001|ben> a&lt;b");
        assertThat(form)
                .containsEntry("channel_name", "incidents")
                .containsEntry("user_id", Slack.ANA);
        assertThat(form).containsKeys("trigger_id", "response_url", "team_domain", "api_app_id");
        assertThat(ana.ephemerals())
                .extracting(m -> m.content().text())
                .containsExactly("All quiet");
        slack.bot.answer(
                TestBot.Answer.json("{\"response_type\":\"in_channel\",\"text\":\"for all\"}"));
        ana.command(Slack.CHANNEL, "/frops x");
        assertThat(slack.simulator.messages(Slack.CHANNEL)).hasSize(1);
    }

    @Test
    void a_failed_command_is_told_in_slack_s_own_words() {
        slack.bot.hang();
        assertThat(ana.command(Slack.CHANNEL, "/frops health").error())
                .isEqualTo("operation_timeout");
        assertThat(ana.command(Slack.CHANNEL, "/other").error()).isEqualTo("invalid_command");
        assertThat(ana.commandInThread(Slack.CHANNEL, "1.1", "/frops x").error())
                .isEqualTo("not_supported_in_threads");
        List<String> told = ana.ephemerals().stream().map(m -> m.content().text()).toList();
        assertThat(told.getFirst()).isEqualTo("/frops failed with the error \"operation_timeout\"");
        assertThat(told.get(1)).contains("not a valid command");
        assertThat(told.getLast()).contains("not supported in threads");
        assertThat(slack.bot.posts()).hasSize(1);
    }

    @Test
    void mentions_and_direct_messages_become_events_and_are_tried_again() {
        slack.bot.answer(new TestBot.Answer(500, "text/plain", ""));
        ana.say(Slack.CHANNEL, "good morning", null);
        ana.say(Slack.CHANNEL, "@frops ack & go", null);
        await(4);
        Json event = Json.parse(slack.bot.posts().getFirst().body());
        assertThat(event.text("event/type")).isEqualTo("app_mention");
        assertThat(event.text("event/text")).isEqualTo("<@U0FROPS01> ack &amp; go");
        assertThat(slack.bot.posts())
                .extracting(p -> Json.parse(p.body()).text("event_id"))
                .containsOnly(event.text("event_id"));
        assertThat(slack.bot.posts().get(1).headers())
                .containsEntry("X-Slack-Retry-Num", "1")
                .containsEntry("X-Slack-Retry-Reason", "http_error");
        assertThat(slack.bot.posts().get(3).headers()).containsEntry("X-Slack-Retry-Num", "3");
        slack.bot.answer(TestBot.Answer.EMPTY);
        ana.say(ana.direct(), "help", null);
        await(5);
        Json direct = Json.parse(slack.bot.last().body());
        assertThat(direct.text("event/type")).isEqualTo("message");
        assertThat(direct.text("event/channel_type")).isEqualTo("im");
    }

    private void await(int posts) {
        io.frops.core.testing.Eventually.await(
                posts + " posts", Duration.ofSeconds(5), () -> slack.bot.posts().size() >= posts);
    }
}
