package io.frops.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.sandbox.slack.api.Access;
import io.frops.sandbox.slack.workspace.Channel;
import io.frops.sandbox.slack.workspace.Usergroup;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebApiTest {
    private final Slack slack = new Slack();

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void auth_test_names_team_and_bot() {
        Json answer = slack.call("auth.test", "{}");
        assertThat(answer.ok()).isTrue();
        assertThat(answer.text("team_id")).isEqualTo("T0SANDBOX");
        assertThat(answer.text("user_id")).isEqualTo("U0FROPS01");
    }

    @Test
    void tokens_are_judged() {
        assertThat(error("auth.test", "")).isEqualTo("not_authed");
        assertThat(error("auth.test", "xoxb-wrong")).isEqualTo("invalid_auth");
        assertThat(error("chat.postMessage", "xapp-1")).isEqualTo("not_allowed_token_type");
    }

    private String error(String method, String token) {
        return Json.parse(slack.send(method, token, "application/json", "{}").body()).error();
    }

    @Test
    void a_token_in_a_form_field_works_and_in_json_does_not() {
        String form = "application/x-www-form-urlencoded";
        assertThat(Json.parse(slack.send("auth.test", "", form, "token=xoxb-test").body()).ok())
                .isTrue();
        String json =
                slack.send("auth.test", "", "application/json", "{\"token\":\"xoxb-test\"}").body();
        assertThat(Json.parse(json).error()).isEqualTo("not_authed");
    }

    @Test
    void an_unknown_method_and_broken_json_are_named() {
        assertThat(slack.call("chat.shout", "{}").error()).isEqualTo("unknown_method");
        assertThat(slack.call("chat.postMessage", "{oops").error()).isEqualTo("invalid_json");
        assertThat(slack.call("chat.postMessage", "[]").error()).isEqualTo("json_not_object");
    }

    @Test
    void a_missing_required_argument_is_named() {
        Json answer = slack.call("chat.postMessage", "{\"text\":\"hi\"}");
        assertThat(answer.error()).isEqualTo("invalid_arguments");
        assertThat(answer.text("response_metadata/messages/0"))
                .isEqualTo("[ERROR] missing required field: channel");
    }

    @Test
    void a_missing_scope_says_what_is_needed_and_provided() {
        try (Slack poor =
                new Slack(s -> s.withAccess(new Access(Slack.TOKEN, Set.of("users:read"))))) {
            Json answer =
                    poor.call("chat.postMessage", "{\"channel\":\"C0INCIDENT\",\"text\":\"x\"}");
            assertThat(answer.error()).isEqualTo("missing_scope");
            assertThat(answer.text("needed")).isEqualTo("chat:write");
            assertThat(answer.text("provided")).isEqualTo("users:read");
            assertThat(poor.call("conversations.list", "{}").text("needed"))
                    .isEqualTo("channels:read");
            assertThat(poor.call("users.info", "{}").error()).isNotEqualTo("missing_scope");
            var response = poor.send("auth.test", Slack.TOKEN, "application/json", "{}");
            assertThat(response.headers().firstValue("x-oauth-scopes")).hasValue("users:read");
        }
    }

    @Test
    void a_posted_message_is_told_back_and_stands_in_the_history() {
        Json posted =
                slack.call(
                        "chat.postMessage",
                        """
                        {"channel":"#incidents","text":"hello","metadata":{"event_type":"card","event_payload":{"nonce":"n1"}}}\
                        """);
        assertThat(posted.text("channel")).isEqualTo(Slack.CHANNEL);
        assertThat(posted.text("ts")).matches("\\d{10}\\.\\d{6}");
        Json plain = slack.call("conversations.history", "{\"channel\":\"C0INCIDENT\"}");
        assertThat(plain.text("messages/0/text")).isEqualTo("hello");
        assertThat(plain.has("messages/0/metadata")).isFalse();
        Json full =
                slack.call(
                        "conversations.history",
                        "{\"channel\":\"C0INCIDENT\",\"include_all_metadata\":true}");
        assertThat(full.text("messages/0/metadata/event_payload/nonce")).isEqualTo("n1");
    }

    @Test
    void timestamps_are_unique_and_rise_even_when_the_clock_stands_still() {
        List<String> all = java.util.stream.IntStream.range(0, 5).mapToObj(_ -> say("x")).toList();
        assertThat(all).doesNotHaveDuplicates().isSorted();
    }

    private String say(String text) {
        return slack.call(
                        "chat.postMessage",
                        "{\"channel\":\"C0INCIDENT\",\"text\":\"" + text + "\"}")
                .text("ts");
    }

    @Test
    void an_update_marks_the_message_and_removes_blocks_when_only_text_is_sent() {
        String ts = slack.card("{\"type\":\"divider\"}");
        Json answer =
                slack.call(
                        "chat.update",
                        "{\"channel\":\"C0INCIDENT\",\"ts\":\"" + ts + "\",\"text\":\"new\"}");
        assertThat(answer.ok()).isTrue();
        assertThat(answer.has("message/edited/ts")).isTrue();
        assertThat(answer.has("message/blocks")).isFalse();
        assertThat(answer.text("message/ts")).isEqualTo(ts);
    }

    @Test
    void an_update_keeps_metadata_and_attachments_that_are_not_sent() {
        Json posted =
                slack.call(
                        "chat.postMessage",
                        """
                        {"channel":"C0INCIDENT","text":"a","attachments":[{"color":"#E01E5A","text":"x"}],
                         "metadata":{"event_type":"card","event_payload":{"n":1}}}\
                        """);
        Json updated =
                slack.call(
                        "chat.update",
                        "{\"channel\":\"C0INCIDENT\",\"ts\":\""
                                + posted.text("ts")
                                + "\",\"text\":\"b\"}");
        assertThat(updated.text("message/attachments/0/color")).isEqualTo("#E01E5A");
        assertThat(updated.text("message/metadata/event_type")).isEqualTo("card");
    }

    @Test
    void updates_of_what_is_not_there_or_not_ours_are_refused() {
        String foreign =
                slack.simulator.as(Slack.ANA).say(Slack.CHANNEL, "mine", null).orElseThrow().ts();
        assertThat(update("C0INCIDENT", "1700000000.000001", "x")).isEqualTo("message_not_found");
        assertThat(update("C0INCIDENT", foreign, "x")).isEqualTo("cant_update_message");
        assertThat(update("C0NOWHERE", foreign, "x")).isEqualTo("channel_not_found");
        String own = say("a");
        assertThat(update("C0INCIDENT", own, "x".repeat(4001))).isEqualTo("msg_too_long");
        assertThat(update("C0INCIDENT", own, "x".repeat(4000))).isEmpty();
        assertThat(
                        slack.call(
                                        "chat.update",
                                        "{\"channel\":\"C0INCIDENT\",\"ts\":\""
                                                + own
                                                + "\",\"text\":\"\",\"blocks\":[]}")
                                .error())
                .isEqualTo("no_text");
    }

    private String update(String channel, String ts, String text) {
        return slack.call(
                        "chat.update",
                        "{\"channel\":\"%s\",\"ts\":\"%s\",\"text\":\"%s\"}"
                                .formatted(channel, ts, text))
                .error();
    }

    @Test
    void channels_that_cannot_be_written_to_are_told_apart() {
        Channel channel = slack.simulator.channels().getFirst();
        String bot = "U0FROPS01";
        assertThat(post("C0NOWHERE")).isEqualTo("channel_not_found");
        slack.simulator.set(channel.archive(true));
        assertThat(post(channel.id())).isEqualTo("is_archived");
        slack.simulator.set(
                new Channel(
                        "C0SECRET1",
                        "secret",
                        Channel.Kind.PRIVATE,
                        "",
                        Set.of(Slack.ANA),
                        false,
                        0));
        assertThat(post("C0SECRET1")).isEqualTo("channel_not_found");
        try (Slack poor =
                new Slack(s ->
                        s.withAccess(
                                new Access(Slack.TOKEN, Set.of("chat:write", "channels:join"))))) {
            poor.simulator.set(channel.left(bot));
            assertThat(
                            poor.call(
                                            "chat.postMessage",
                                            "{\"channel\":\"C0INCIDENT\",\"text\":\"x\"}")
                                    .error())
                    .isEqualTo("not_in_channel");
            assertThat(
                            poor.call("conversations.join", "{\"channel\":\"C0INCIDENT\"}")
                                    .text("channel/is_member"))
                    .isEqualTo("true");
            assertThat(
                            poor.call(
                                            "chat.postMessage",
                                            "{\"channel\":\"C0INCIDENT\",\"text\":\"x\"}")
                                    .ok())
                    .isTrue();
        }
    }

    private String post(String channel) {
        return slack.call("chat.postMessage", "{\"channel\":\"" + channel + "\",\"text\":\"x\"}")
                .error();
    }

    @Test
    void a_person_s_id_as_channel_is_their_direct_messages() {
        Json answer = slack.call("chat.postMessage", "{\"channel\":\"U0ANA0001\",\"text\":\"x\"}");
        assertThat(answer.text("channel")).isEqualTo(slack.simulator.as(Slack.ANA).direct());
        Json opened = slack.call("conversations.open", "{\"users\":\"U0ANA0001\"}");
        assertThat(opened.text("channel/id")).isEqualTo(answer.text("channel"));
        assertThat(slack.call("conversations.open", "{\"users\":\"U0NOBODY\"}").error())
                .isEqualTo("user_not_found");
    }

    @Test
    void replies_gather_in_a_thread_and_reach_the_channel_only_when_broadcast() {
        String root = say("root");
        slack.call(
                "chat.postMessage",
                "{\"channel\":\"C0INCIDENT\",\"text\":\"r1\",\"thread_ts\":\"" + root + "\"}");
        slack.call(
                "chat.postMessage",
                "{\"channel\":\"C0INCIDENT\",\"text\":\"r2\",\"reply_broadcast\":true,\"thread_ts\":\""
                        + root
                        + "\"}");
        Json thread = slack.call("conversations.replies", "{}");
        assertThat(thread.error()).isEqualTo("invalid_arguments");
        String form = "application/x-www-form-urlencoded";
        thread =
                Json.parse(
                        slack.send(
                                        "conversations.replies",
                                        Slack.TOKEN,
                                        form,
                                        "channel=C0INCIDENT&ts=" + root)
                                .body());
        assertThat(thread.node().at("/messages").findValuesAsText("text"))
                .containsExactly("root", "r1", "r2");
        assertThat(thread.text("messages/0/reply_count")).isEqualTo("2");
        Json history = slack.call("conversations.history", "{\"channel\":\"C0INCIDENT\"}");
        assertThat(history.node().at("/messages").findValuesAsText("text"))
                .containsExactly("r2", "root");
        assertThat(history.text("messages/0/subtype")).isEqualTo("thread_broadcast");
        assertThat(
                        slack.call(
                                        "chat.postMessage",
                                        "{\"channel\":\"C0INCIDENT\",\"text\":\"x\",\"thread_ts\":\"1.1\"}")
                                .error())
                .isEqualTo("cannot_reply_to_message");
    }

    @Test
    void history_is_read_page_by_page_and_within_bounds() {
        List<String> all = List.of(say("1"), say("2"), say("3"));
        Json first =
                slack.call("conversations.history", "{\"channel\":\"C0INCIDENT\",\"limit\":2}");
        assertThat(first.node().at("/messages").findValuesAsText("text")).containsExactly("3", "2");
        assertThat(first.text("has_more")).isEqualTo("true");
        String cursor = first.text("response_metadata/next_cursor");
        Json second =
                slack.call(
                        "conversations.history",
                        "{\"channel\":\"C0INCIDENT\",\"limit\":2,\"cursor\":\"" + cursor + "\"}");
        assertThat(second.node().at("/messages").findValuesAsText("text")).containsExactly("1");
        assertThat(second.text("response_metadata/next_cursor")).isEmpty();
        Json after =
                slack.call(
                        "conversations.history",
                        "{\"channel\":\"C0INCIDENT\",\"oldest\":\"" + all.get(1) + "\"}");
        assertThat(after.node().at("/messages").findValuesAsText("text")).containsExactly("3");
        assertThat(
                        slack.call(
                                        "conversations.history",
                                        "{\"channel\":\"C0INCIDENT\",\"cursor\":\"bad\"}")
                                .error())
                .isEqualTo("invalid_cursor");
        assertThat(
                        slack.call(
                                        "conversations.history",
                                        "{\"channel\":\"C0INCIDENT\",\"oldest\":\"yesterday\"}")
                                .error())
                .isEqualTo("invalid_ts_oldest");
    }

    @Test
    void lists_of_people_and_channels_have_cursors() {
        String form = "application/x-www-form-urlencoded";
        Json people = Json.parse(slack.send("users.list", Slack.TOKEN, form, "limit=3").body());
        assertThat(people.size("members")).isEqualTo(3);
        String cursor = people.text("response_metadata/next_cursor").replace("=", "%3D");
        Json more =
                Json.parse(
                        slack.send("users.list", Slack.TOKEN, form, "limit=100&cursor=" + cursor)
                                .body());
        assertThat(more.size("members")).isEqualTo(5);
        Json channels =
                Json.parse(slack.send("conversations.list", Slack.TOKEN, form, "limit=1").body());
        assertThat(channels.text("channels/0/name")).isEqualTo("incidents");
        assertThat(channels.text("response_metadata/next_cursor")).isNotEmpty();
        assertThat(
                        Json.parse(
                                        slack.send(
                                                        "conversations.list",
                                                        Slack.TOKEN,
                                                        form,
                                                        "types=dm")
                                                .body())
                                .error())
                .isEqualTo("invalid_types");
        assertThat(
                        Json.parse(
                                        slack.send(
                                                        "conversations.list",
                                                        Slack.TOKEN,
                                                        form,
                                                        "limit=1001")
                                                .body())
                                .error())
                .isEqualTo("invalid_limit");
    }

    @Test
    void a_guest_and_a_stranger_are_told_by_users_info() {
        String form = "application/x-www-form-urlencoded";
        Json guest =
                Json.parse(slack.send("users.info", Slack.TOKEN, form, "user=U0EVE0001").body());
        assertThat(guest.text("user/is_restricted")).isEqualTo("true");
        Json stranger =
                Json.parse(slack.send("users.info", Slack.TOKEN, form, "user=U0FAY0001").body());
        assertThat(stranger.text("user/is_stranger")).isEqualTo("true");
        assertThat(stranger.text("user/team_id")).isEqualTo("T0ELSEWHERE");
        assertThat(
                        Json.parse(
                                        slack.send("users.info", Slack.TOKEN, form, "user=U0NOBODY")
                                                .body())
                                .error())
                .isEqualTo("user_not_found");
    }

    @Test
    void user_groups_list_their_members() {
        var group = new Usergroup("S0ONCALL", "oncall", "On call", List.of(Slack.ANA));
        try (Slack grouped = new Slack(s -> s.withPeople(s.people(), List.of(group)))) {
            String form = "application/x-www-form-urlencoded";
            Json users =
                    Json.parse(
                            grouped.send(
                                            "usergroups.users.list",
                                            Slack.TOKEN,
                                            form,
                                            "usergroup=S0ONCALL")
                                    .body());
            assertThat(users.text("users/0")).isEqualTo(Slack.ANA);
            assertThat(
                            Json.parse(
                                            grouped.send(
                                                            "usergroups.users.list",
                                                            Slack.TOKEN,
                                                            form,
                                                            "usergroup=S0NONE")
                                                    .body())
                                    .error())
                    .isEqualTo("no_such_subteam");
        }
    }

    @Test
    void an_ephemeral_message_is_seen_by_one_person_and_never_in_the_history() {
        String body = "{\"channel\":\"C0INCIDENT\",\"user\":\"%s\",\"text\":\"psst\"}";
        assertThat(slack.call("chat.postEphemeral", body.formatted(Slack.ANA)).has("message_ts"))
                .isTrue();
        assertThat(slack.simulator.as(Slack.ANA).ephemerals()).hasSize(1);
        assertThat(slack.simulator.as(Slack.BEN).ephemerals()).isEmpty();
        assertThat(
                        slack.call("conversations.history", "{\"channel\":\"C0INCIDENT\"}")
                                .size("messages"))
                .isZero();
        assertThat(slack.call("chat.postEphemeral", body.formatted("U0NOBODY")).error())
                .isEqualTo("user_not_in_channel");
    }

    @Test
    void a_permalink_leads_to_the_message() {
        String ts = say("x");
        String form = "application/x-www-form-urlencoded";
        Json link =
                Json.parse(
                        slack.send(
                                        "chat.getPermalink",
                                        Slack.TOKEN,
                                        form,
                                        "channel=C0INCIDENT&message_ts=" + ts)
                                .body());
        String path = java.net.URI.create(link.text("permalink")).getPath();
        assertThat(slack.get(path).statusCode()).isEqualTo(302);
        assertThat(slack.get(path).headers().firstValue("Location"))
                .hasValue("/?channel=C0INCIDENT#m" + ts);
    }

    @Test
    void deleting_takes_only_our_own_message_away() {
        String ts = say("x");
        String foreign =
                slack.simulator.as(Slack.ANA).say(Slack.CHANNEL, "mine", null).orElseThrow().ts();
        assertThat(
                        slack.call(
                                        "chat.delete",
                                        "{\"channel\":\"C0INCIDENT\",\"ts\":\"" + foreign + "\"}")
                                .error())
                .isEqualTo("cant_delete_message");
        assertThat(
                        slack.call(
                                        "chat.delete",
                                        "{\"channel\":\"C0INCIDENT\",\"ts\":\"" + ts + "\"}")
                                .ok())
                .isTrue();
        assertThat(slack.simulator.messages(Slack.CHANNEL))
                .extracting(m -> m.ts())
                .containsExactly(foreign);
    }

    @Test
    void a_file_is_uploaded_in_three_steps() {
        String form = "application/x-www-form-urlencoded";
        Json begun =
                Json.parse(
                        slack.send(
                                        "files.getUploadURLExternal",
                                        Slack.TOKEN,
                                        form,
                                        "filename=log.txt&length=5")
                                .body());
        String done =
                "{\"files\":[{\"id\":\"%s\",\"title\":\"Log\"}],\"channel_id\":\"C0INCIDENT\"}"
                        .formatted(begun.text("file_id"));
        assertThat(slack.call("files.completeUploadExternal", done).error())
                .isEqualTo("file_not_found");
        assertThat(slack.post(begun.text("upload_url"), "four").statusCode()).isEqualTo(404);
        assertThat(slack.post(begun.text("upload_url"), "12345").statusCode()).isEqualTo(200);
        assertThat(slack.call("files.completeUploadExternal", done).ok()).isTrue();
        assertThat(slack.get("/files/" + begun.text("file_id")).body()).isEqualTo("12345");
        assertThat(slack.simulator.messages(Slack.CHANNEL).getLast().content().text())
                .contains("|Log>");
    }

    @Test
    void metadata_without_type_and_payload_is_refused() {
        String body = "{\"channel\":\"C0INCIDENT\",\"text\":\"x\",\"metadata\":%s}";
        assertThat(slack.call("chat.postMessage", body.formatted("{\"event_type\":\"x\"}")).error())
                .isEqualTo("invalid_metadata_format");
        assertThat(
                        slack.call(
                                        "chat.postMessage",
                                        body.formatted(
                                                "{\"event_type\":\"x\",\"event_payload\":{\"a\":\""
                                                        + "b".repeat(17_000)
                                                        + "\"}}"))
                                .error())
                .isEqualTo("metadata_too_large");
    }

    @Test
    void the_log_names_arguments_that_slack_does_not_know() {
        slack.call(
                "chat.postMessage",
                "{\"channel\":\"C0INCIDENT\",\"text\":\"x\",\"colour\":\"red\"}");
        assertThat(slack.simulator.calls().of("chat.postMessage").getLast().unknown())
                .containsExactly("colour");
    }
}
