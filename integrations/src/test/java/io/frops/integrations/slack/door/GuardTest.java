package io.frops.integrations.slack.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frops.core.chat.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest extends DoorTest {
    private static final byte[] HELP = Doorway.commandBody("T1", "help").getBytes(UTF_8);

    private long now() {
        return clock.instant().getEpochSecond();
    }

    @Test
    void a_forged_signature_is_turned_away() {
        String forged = Doorway.sign("other".getBytes(UTF_8), now());
        assertThat(door.send(HELP, now(), forged).status()).isEqualTo(401);
        assertThat(door.send(HELP, now(), "v0=").status()).isEqualTo(401);
        assertThat(doors.came).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301})
    void a_signature_from_five_minutes_and_a_second_away_is_turned_away(long offset) {
        Doorway.Answer answer = door.post(HELP, now() + offset);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("error").asText()).contains("clock");
        assertThat(doors.came).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 300})
    void five_minutes_away_is_still_taken(long offset) {
        assertThat(door.post(HELP, now() + offset).status()).isEqualTo(200);
        assertThat(doors.came).hasSize(1);
    }

    @Test
    void a_replay_gets_the_first_status_and_runs_nothing() {
        doors.on("token", new Outcome.Done(StubDoors.reply("your token is sesame")));
        byte[] body = Doorway.commandBody("T1", "token").getBytes(UTF_8);
        Doorway.Answer first = door.post(body, now());
        Doorway.Answer again = door.post(body, now());
        assertThat(first.body()).contains("sesame");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEmpty();
        assertThat(doors.came).hasSize(1);
    }

    @Test
    void the_commands_id_is_the_signatures_hash() {
        door.post(HELP, now());
        assertThat(doors.came.getFirst().id().value()).matches("slack/[0-9a-f]{64}");
    }

    @Test
    void an_oversize_body_is_refused_before_its_signature_is_looked_at() {
        assertThat(door.post(new byte[Body.CAP + 1], now()).status()).isEqualTo(413);
    }

    @Test
    void no_more_is_read_than_the_cap_however_much_there_is() {
        AtomicLong read = new AtomicLong();
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return read(new byte[1], 0, 1);
                    }

                    @Override
                    public int read(byte[] buffer, int from, int length) {
                        read.addAndGet(length);
                        return length;
                    }
                };
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Body.read(endless, -1))
                .satisfies(e -> assertThat(e.status()).isEqualTo(413));
        assertThat(read.get()).isBetween((long) Body.CAP, Body.CAP + 8192L);
        read.set(0);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Body.read(endless, Body.CAP + 1));
        assertThat(read.get()).isZero();
    }

    @Test
    void an_endless_chunked_body_is_answered_413_and_cut() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /slack/events HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
                                    + "X-Slack-Request-Timestamp: "
                                    + now()
                                    + "\r\nX-Slack-Signature: v0=00\r\n\r\n")
                            .getBytes(UTF_8));
            long sent = pour(out);
            assertThat(sent).isLessThan(64L << 20);
            String answer = new String(socket.getInputStream().readNBytes(12), UTF_8);
            assertThat(answer).isEqualTo("HTTP/1.1 413");
        }
    }

    /// Sends chunks until the other side has had enough of them.
    private static long pour(OutputStream out) {
        byte[] chunk = ("4000\r\n" + "x".repeat(0x4000) + "\r\n").getBytes(UTF_8);
        long sent = 0;
        try {
            while (sent < Body.CAP + (64L << 10)) {
                out.write(chunk);
                sent += chunk.length;
            }
        } catch (IOException _) {
            // cut, as it should be
        }
        return sent;
    }

    @Test
    void another_workspace_is_denied_and_told() {
        Doorway.Answer answer = door.post(Doorway.commandBody("T2", "help"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("text").asText()).contains("another workspace");
        assertThat(
                        door.payload(
                                        Presses.press("ack INC-1")
                                                .replace(
                                                        "\"team_id\":\"T1\"", "\"team_id\":\"T2\""))
                                .status())
                .isEqualTo(200);
        assertThat(doors.came).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payload=%7Bnot+json",
                "payload=%5B%5D",
                "payload=%7B%22type%22%3A%22block_actions%22%7D",
                "payload=%7B%22type%22%3A%22something_new%22%7D",
                "payload=%7B%22type%22%3A%22block_actions%22%2C%22user%22%3A%7B%22id%22%3A%22U1%22%7D%2C%22actions%22%3A%22none%22%7D",
                "{\"type\":\"event_callback\",\"event_id\":5}",
                "{\"type\":",
                "command=%2Ffrops&text=%zz",
                "command=%2Ffrops&text=%ff",
                "command=%2Ffrops&user_id=ana&channel_id=C1",
                "hello=world",
                "",
            })
    void what_is_not_slacks_is_a_clear_400(String body) {
        Doorway.Answer answer = door.post(body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).isNotBlank();
        assertThat(doors.came).isEmpty();
    }

    @Test
    void raw_bytes_that_are_not_utf_8_are_a_400() {
        assertThat(door.post(new byte[] {'{', (byte) 0xff, '}'}, now()).status()).isEqualTo(400);
    }

    @Test
    void deep_nesting_is_a_400() {
        String deep = "[".repeat(50_000) + "]".repeat(50_000);
        assertThat(door.payload("{\"type\":\"block_actions\",\"x\":" + deep + "}").status())
                .isEqualTo(400);
    }

    @Test
    void unknown_fields_are_ignored() {
        String press = Presses.press("ack INC-1");
        assertThat(door.payload("{\"new_field\":{\"a\":[1]}," + press.substring(1)).status())
                .isEqualTo(200);
        assertThat(words()).containsExactly("ack", "INC-1");
    }

    @Test
    void slacks_own_checks_are_answered() {
        Doorway.Answer answer =
                door.post("{\"type\":\"url_verification\",\"challenge\":\"abc\",\"token\":\"t\"}");
        assertThat(answer.body()).isEqualTo("abc");
        assertThat(door.post(Doorway.form(Map.of("ssl_check", "1", "token", "t"))).status())
                .isEqualTo(200);
    }

    @Test
    void nothing_is_asked_of_slack_to_take_a_command() {
        door.command("help");
        assertThat(
                        SERVER.findAll(
                                com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor(
                                        com.github.tomakehurst.wiremock.client.WireMock.anyUrl())))
                .isEmpty();
    }
}
