package io.frops.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frops.sandbox.slack.api.Fault;
import io.frops.sandbox.slack.api.Faults;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Rate limits, total sizes and ordered faults.
class LimitsTest {
    private static final String HELLO = "{\"channel\":\"C0INCIDENT\",\"text\":\"x\"}";

    private final Slack slack = new Slack();

    @AfterEach
    void close() {
        slack.close();
    }

    private int status(String method, String body) {
        return slack.send(method, Slack.TOKEN, "application/json", body).statusCode();
    }

    @Test
    void a_channel_takes_a_short_burst_and_then_about_one_message_a_second() {
        for (int i = 0; i < 10; i++) {
            assertThat(status("chat.postMessage", HELLO)).isEqualTo(200);
        }
        var refused = slack.send("chat.postMessage", Slack.TOKEN, "application/json", HELLO);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Json.parse(refused.body()).error()).isEqualTo("ratelimited");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(status("chat.postMessage", HELLO.replace("C0INCIDENT", "C0GENERAL")))
                .isEqualTo(200);
        slack.clock.advance(Duration.ofSeconds(10));
        assertThat(status("chat.postMessage", HELLO)).isEqualTo(200);
    }

    @Test
    void the_whole_app_has_fifty_updates_a_minute() {
        String ts = slack.card("{\"type\":\"divider\"}");
        String other =
                slack.call("chat.postMessage", HELLO.replace("C0INCIDENT", "C0GENERAL")).text("ts");
        String one = "{\"channel\":\"C0INCIDENT\",\"ts\":\"" + ts + "\",\"text\":\"y\"}";
        String two = "{\"channel\":\"C0GENERAL\",\"ts\":\"" + other + "\",\"text\":\"y\"}";
        for (int i = 0; i < 25; i++) {
            assertThat(status("chat.update", one)).isEqualTo(200);
            assertThat(status("chat.update", two)).isEqualTo(200);
        }
        assertThat(status("chat.update", one)).isEqualTo(429);
        slack.clock.advance(Duration.ofMinutes(1));
        assertThat(status("chat.update", one)).isEqualTo(200);
    }

    @Test
    void limits_can_be_widened_and_turned_off() {
        slack.simulator.rateLimits(0.1);
        assertThat(status("chat.postMessage", HELLO)).isEqualTo(200);
        assertThat(status("chat.postMessage", HELLO)).isEqualTo(429);
        slack.simulator.rateLimits(0);
        for (int i = 0; i < 30; i++) {
            assertThat(status("chat.postMessage", HELLO)).isEqualTo(200);
        }
    }

    @Test
    void fifty_blocks_pass_and_fifty_one_do_not() {
        assertThat(blocks(50)).isEmpty();
        assertThat(blocks(51)).isEqualTo("invalid_blocks");
    }

    private String blocks(int count) {
        String all = String.join(",", Collections.nCopies(count, "{\"type\":\"divider\"}"));
        return slack.call(
                        "chat.postMessage",
                        "{\"channel\":\"C0INCIDENT\",\"text\":\"x\",\"blocks\":[" + all + "]}")
                .error();
    }

    @Test
    void all_blocks_together_hold_13200_characters() {
        assertThat(post(sections(4, 3000) + "," + sections(1, 1200))).isEmpty();
        assertThat(post(sections(4, 3000) + "," + sections(1, 1201)))
                .isEqualTo("msg_blocks_too_long");
        String ts = slack.card("{\"type\":\"divider\"}");
        String update =
                "{\"channel\":\"C0INCIDENT\",\"ts\":\""
                        + ts
                        + "\",\"text\":\"x\",\"blocks\":["
                        + sections(5, 3000)
                        + "]}";
        assertThat(slack.call("chat.update", update).error()).isEqualTo("msg_too_long");
    }

    private String post(String blocks) {
        return slack.call(
                        "chat.postMessage",
                        "{\"channel\":\"C0INCIDENT\",\"text\":\"x\",\"blocks\":[" + blocks + "]}")
                .error();
    }

    private static String sections(int count, int length) {
        String one =
                "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\""
                        + "x".repeat(length)
                        + "\"}}";
        return String.join(",", Collections.nCopies(count, one));
    }

    @Test
    void blocks_that_are_no_list_of_objects_have_an_error_of_their_own() {
        assertThat(
                        slack.call(
                                        "chat.postMessage",
                                        "{\"channel\":\"C0INCIDENT\",\"blocks\":\"{}\"}")
                                .error())
                .isEqualTo("invalid_blocks_format");
        assertThat(
                        slack.call(
                                        "chat.postMessage",
                                        "{\"channel\":\"C0INCIDENT\",\"blocks\":\"[oops\"}")
                                .error())
                .isEqualTo("invalid_blocks_format");
        assertThat(slack.call("chat.postMessage", "{\"channel\":\"C0INCIDENT\"}").error())
                .isEqualTo("no_text");
    }

    @Test
    void invalid_blocks_say_where() {
        Json answer =
                slack.call(
                        "chat.postMessage",
                        "{\"channel\":\"C0INCIDENT\",\"blocks\":[{\"type\":\"banner\"}]}");
        assertThat(answer.error()).isEqualTo("invalid_blocks");
        assertThat(answer.text("response_metadata/messages/0"))
                .isEqualTo("[ERROR] unsupported type: banner [json-pointer:/blocks/0/type]");
    }

    @Test
    void ordered_faults_happen_as_often_as_ordered_and_are_counted() {
        Faults faults = slack.simulator.faults();
        faults.failNext("chat.postMessage", 1, new Fault.Refuse("fatal_error"));
        faults.failNext("chat.postMessage", 1, new Fault.TooMany(7));
        faults.failNext(Faults.ANY, 1, new Fault.Status(503));
        assertThat(slack.call("chat.postMessage", HELLO).error()).isEqualTo("fatal_error");
        var limited = slack.send("chat.postMessage", Slack.TOKEN, "application/json", HELLO);
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(status("auth.test", "{}")).isEqualTo(503);
        assertThat(status("chat.postMessage", HELLO)).isEqualTo(200);
        assertThat(faults.hits()).hasSize(3);
        assertThat(faults.calls("chat.postMessage")).isEqualTo(3);
        assertThat(slack.simulator.messages(Slack.CHANNEL)).hasSize(1);
    }

    @Test
    void a_reset_does_nothing_and_a_lost_reply_has_done_it() {
        slack.simulator.faults().failNext("chat.postMessage", 1, new Fault.Reset());
        assertThatThrownBy(() -> status("chat.postMessage", HELLO))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(slack.simulator.messages(Slack.CHANNEL)).isEmpty();
        slack.simulator.faults().failNext("chat.postMessage", 1, new Fault.LostReply());
        assertThatThrownBy(() -> status("chat.postMessage", HELLO))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(slack.simulator.messages(Slack.CHANNEL)).hasSize(1);
    }

    @Test
    void a_hanging_call_ends_when_faults_are_cleared() {
        slack.simulator.faults().failNext("auth.test", 1, new Fault.Hang());
        var call = CompletableFuture.supplyAsync(() -> slack.call("auth.test", "{}"));
        io.frops.core.testing.Eventually.await(
                "the call hangs",
                Duration.ofSeconds(5),
                () -> slack.simulator.faults().hits().size() == 1);
        assertThat(call).isNotDone();
        slack.simulator.faults().clear();
        assertThat(call).failsWithin(Duration.ofSeconds(5));
    }

    @Test
    void while_down_every_call_is_cut_and_the_page_still_stands() {
        slack.simulator.faults().down(true);
        assertThatThrownBy(() -> status("auth.test", "{}"))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(slack.get("/").statusCode()).isEqualTo(200);
        slack.simulator.faults().down(false);
        assertThat(status("auth.test", "{}")).isEqualTo(200);
    }
}
