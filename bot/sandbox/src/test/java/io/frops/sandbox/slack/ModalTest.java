package io.frops.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModalTest {
    private static final String VIEW =
            """
            {"type":"modal","callback_id":"declare","title":{"type":"plain_text","text":"%s"},"submit":{"type":"plain_text","text":"Go"},
             "blocks":[{"type":"input","block_id":"what","label":{"type":"plain_text","text":"What"},
             "element":{"type":"plain_text_input","action_id":"v","min_length":3}},
             {"type":"input","block_id":"who","optional":true,"label":{"type":"plain_text","text":"Who"},
             "element":{"type":"checkboxes","action_id":"c","options":[{"text":{"type":"plain_text","text":"A"},"value":"a"},{"text":{"type":"plain_text","text":"B"},"value":"b"}]}}]}\
            """;

    private final Slack slack = new Slack();
    private final Acting ana = slack.simulator.as(Slack.ANA);

    @AfterEach
    void close() {
        slack.close();
    }

    private String trigger() {
        ana.command(Slack.CHANNEL, "/frops declare");
        return String.valueOf(slack.bot.last().form().get("trigger_id"));
    }

    private Json open(String trigger, String title) {
        return slack.call(
                "views.open",
                "{\"trigger_id\":\"" + trigger + "\",\"view\":" + VIEW.formatted(title) + "}");
    }

    private Json values(String what) {
        return Json.parse("{\"what\":{\"v\":\"" + what + "\"},\"c\":[\"b\"]}");
    }

    @Test
    void a_trigger_opens_one_modal_once_and_soon() {
        String trigger = trigger();
        assertThat(open(trigger, "Declare").text("view/callback_id")).isEqualTo("declare");
        assertThat(ana.modal()).isPresent();
        assertThat(slack.simulator.as(Slack.BEN).modal()).isEmpty();
        assertThat(open(trigger, "Again").error()).isEqualTo("exchanged_trigger_id");
        assertThat(open("12.ab", "x").error()).isEqualTo("invalid_trigger_id");
        String late = trigger();
        slack.clock.advance(Duration.ofSeconds(3));
        assertThat(open(late, "x").error()).isEqualTo("expired_trigger_id");
    }

    @Test
    void an_invalid_view_is_refused_with_its_place() {
        Json answer = open(trigger(), "x".repeat(25));
        assertThat(answer.error()).isEqualTo("invalid_arguments");
        assertThat(answer.text("response_metadata/messages/0"))
                .contains("less than 25 characters")
                .contains("/view/title/text");
    }

    @Test
    void a_view_may_weigh_250_kilobytes() {
        String big =
                "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\""
                        + "x".repeat(2990)
                        + "\"}}";
        String view =
                "{\"type\":\"modal\",\"title\":{\"type\":\"plain_text\",\"text\":\"t\"},\"blocks\":["
                        + String.join(",", java.util.Collections.nCopies(90, big))
                        + "]}";
        assertThat(
                        slack.call(
                                        "views.open",
                                        "{\"trigger_id\":\""
                                                + trigger()
                                                + "\",\"view\":"
                                                + view
                                                + "}")
                                .error())
                .isEqualTo("view_too_large");
    }

    @Test
    void a_submission_carries_its_values_and_closes_on_an_empty_answer() {
        open(trigger(), "Declare");
        assertThat(ana.submit(values("down").node()).ok()).isTrue();
        Json payload = slack.bot.last().payload();
        assertThat(payload.text("type")).isEqualTo("view_submission");
        assertThat(payload.text("view/state/values/what/v/value")).isEqualTo("down");
        assertThat(payload.text("view/state/values/who/c/selected_options/0/value")).isEqualTo("b");
        assertThat(ana.modal()).isEmpty();
    }

    @Test
    void slack_itself_asks_for_required_and_long_enough_input() {
        open(trigger(), "Declare");
        int before = slack.bot.posts().size();
        assertThat(ana.submit(values("").node()).error()).isEqualTo("invalid_input");
        assertThat(ana.modal().orElseThrow().errors())
                .containsEntry("what", "Please complete this required field.");
        assertThat(ana.submit(values("ab").node()).error()).isEqualTo("invalid_input");
        assertThat(ana.modal().orElseThrow().errors().get("what")).contains("at least 3");
        assertThat(slack.bot.posts()).hasSize(before);
    }

    @Test
    void an_answer_with_errors_keeps_the_modal_open_and_shows_them() {
        open(trigger(), "Declare");
        slack.bot.answer(
                TestBot.Answer.json(
                        "{\"response_action\":\"errors\",\"errors\":{\"what\":\"Say more\"}}"));
        assertThat(ana.submit(values("down").node()).ok()).isTrue();
        assertThat(ana.modal().orElseThrow().errors()).containsEntry("what", "Say more");
        slack.bot.answer(
                TestBot.Answer.json(
                        "{\"response_action\":\"errors\",\"errors\":{\"elsewhere\":\"x\"}}"));
        assertThat(ana.submit(values("down").node()).error()).isEqualTo("bad_response");
    }

    @Test
    void an_answer_updates_pushes_and_clears() {
        open(trigger(), "One");
        answer("update", "Two");
        ana.submit(values("down").node());
        assertThat(title()).isEqualTo("Two");
        answer("push", "Three");
        ana.submit(values("down").node());
        assertThat(title()).isEqualTo("Three");
        assertThat(ana.modal().orElseThrow().previous()).isNotNull();
        ana.close();
        assertThat(title()).isEqualTo("Two");
        slack.bot.answer(TestBot.Answer.json("{\"response_action\":\"clear\"}"));
        ana.submit(values("down").node());
        assertThat(ana.modal()).isEmpty();
    }

    private void answer(String action, String title) {
        slack.bot.answer(
                TestBot.Answer.json(
                        "{\"response_action\":\""
                                + action
                                + "\",\"view\":"
                                + VIEW.formatted(title)
                                + "}"));
    }

    private String title() {
        return ana.modal().orElseThrow().body().at("/title/text").asText();
    }

    @Test
    void views_update_changes_an_open_modal_unless_somebody_was_faster() {
        Json opened = open(trigger(), "One");
        String id = opened.text("view/id");
        String update =
                "{\"view_id\":\""
                        + id
                        + "\",\"hash\":\"%s\",\"view\":"
                        + VIEW.formatted("Two")
                        + "}";
        assertThat(slack.call("views.update", update.formatted("old")).error())
                .isEqualTo("hash_conflict");
        assertThat(slack.call("views.update", update.formatted(opened.text("view/hash"))).ok())
                .isTrue();
        assertThat(title()).isEqualTo("Two");
        ana.close();
        assertThat(slack.call("views.update", update.formatted("x")).error())
                .isEqualTo("not_found");
    }

    @Test
    void pushing_goes_three_deep() {
        open(trigger(), "One");
        for (String expected : new String[] {"", "", "push_limit_reached"}) {
            String push =
                    "{\"trigger_id\":\""
                            + trigger()
                            + "\",\"view\":"
                            + VIEW.formatted("More")
                            + "}";
            assertThat(slack.call("views.push", push).error()).isEqualTo(expected);
        }
    }

    @Test
    void closing_is_told_only_when_asked_for() {
        open(trigger(), "One");
        int before = slack.bot.posts().size();
        ana.close();
        assertThat(slack.bot.posts()).hasSize(before);
        String told =
                VIEW.formatted("One")
                        .replaceFirst(
                                "\"type\":\"modal\"",
                                "\"type\":\"modal\",\"notify_on_close\":true");
        slack.call("views.open", "{\"trigger_id\":\"" + trigger() + "\",\"view\":" + told + "}");
        ana.close();
        assertThat(slack.bot.last().payload().text("type")).isEqualTo("view_closed");
    }

    @Test
    void a_home_tab_is_published_for_one_person() {
        String home =
                "{\"user_id\":\"U0ANA0001\",\"view\":{\"type\":\"home\",\"blocks\":["
                        + Slack.actions(Slack.button("go", "1"))
                        + "]}}";
        Json published = slack.call("views.publish", home);
        assertThat(published.ok()).isTrue();
        assertThat(ana.home()).isPresent();
        assertThat(slack.simulator.as(Slack.BEN).home()).isEmpty();
        assertThat(ana.press(published.text("view/id"), "go").ok()).isTrue();
        assertThat(slack.bot.last().payload().text("container/type")).isEqualTo("view");
    }

    @Test
    void a_button_in_a_modal_tells_what_stands_in_the_fields_and_is_its_owner_s_alone() {
        String view =
                VIEW.formatted("One")
                        .replaceFirst(
                                "\"blocks\":\\[",
                                "\"blocks\":[" + Slack.actions(Slack.button("more", "1")) + ",");
        String id =
                slack.call(
                                "views.open",
                                "{\"trigger_id\":\"" + trigger() + "\",\"view\":" + view + "}")
                        .text("view/id");
        var post =
                slack.post(
                        slack.simulator.page() + "/people/U0ANA0001/press",
                        "{\"view_id\":\""
                                + id
                                + "\",\"action_id\":\"more\",\"values\":{\"what\":{\"v\":\"typed\"}}}");
        assertThat(post.statusCode()).isEqualTo(200);
        Json payload = slack.bot.last().payload();
        assertThat(payload.text("view/state/values/what/v/value")).isEqualTo("typed");
        assertThat(payload.has("channel")).isFalse();
        assertThat(slack.simulator.as(Slack.BEN).press(id, "more").error())
                .isEqualTo("message_not_found");
    }
}
