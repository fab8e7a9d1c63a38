package io.frops.sandbox.slack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frops.sandbox.slack.api.Access;
import io.frops.sandbox.slack.interact.Deed;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Socket Mode as an app meets it.
class SocketModeTest {
    private static final String APP = "xapp-1-test";

    private final Slack slack = new Slack(s -> s.withAccess(s.access().withSocketMode(APP)));
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.shutdownNow();
        slack.close();
    }

    private Json open(Slack of, String token) {
        return Json.parse(
                of.send("apps.connections.open", token, "application/json; charset=utf-8", "{}")
                        .body());
    }

    /// What the app hears.
    private record Ear(LinkedBlockingQueue<String> heard) implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            heard.add(text.toString());
            return WebSocket.Listener.super.onText(from, text, last);
        }

        Json next() throws InterruptedException {
            return Json.parse(String.valueOf(heard.poll(10, TimeUnit.SECONDS)));
        }
    }

    private WebSocket connect(String url, Ear ear) {
        return client.newWebSocketBuilder().buildAsync(URI.create(url), ear).join();
    }

    @Test
    void only_the_app_token_with_its_scope_opens_a_connection() {
        assertThat(open(slack, APP).text("url")).startsWith("ws://127.0.0.1:");
        assertThat(open(slack, Slack.TOKEN).error()).isEqualTo("not_allowed_token_type");
        assertThat(open(slack, "xapp-2-other").error()).isEqualTo("invalid_auth");
        assertThat(open(slack, "").error()).isEqualTo("not_authed");
        Access.App poor = new Access.App(APP, Set.of());
        try (Slack other =
                new Slack(s -> s.withAccess(new Access(Slack.TOKEN, Access.ALL, poor)))) {
            assertThat(open(other, APP).error()).isEqualTo("missing_scope");
            assertThat(open(other, APP).text("needed")).isEqualTo("connections:write");
        }
    }

    @Test
    void the_app_token_is_good_for_nothing_else() {
        Json answer = Json.parse(slack.send("auth.test", APP, "application/json", "{}").body());
        assertThat(answer.error()).isEqualTo("not_allowed_token_type");
    }

    @Test
    void an_address_is_good_for_one_connection_within_thirty_seconds() throws InterruptedException {
        String url = open(slack, APP).text("url");
        Ear ear = new Ear(new LinkedBlockingQueue<>());
        connect(url, ear);
        assertThat(ear.next().text("type")).isEqualTo("hello");
        assertThatThrownBy(() -> connect(url, ear)).isInstanceOf(RuntimeException.class);
        String late = open(slack, APP).text("url");
        slack.clock.advance(Duration.ofSeconds(31));
        assertThatThrownBy(() -> connect(late, ear)).isInstanceOf(RuntimeException.class);
        assertThat(slack.simulator.sockets().tally().connections()).isEqualTo(1);
    }

    @Test
    void a_connection_by_another_hosts_name_is_refused() throws Exception {
        URI url = URI.create(open(slack, APP).text("url"));
        try (Socket raw = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
            String request =
                    """
                    GET /link?%s HTTP/1.1
                    Host: rebound.example.org
                    Connection: Upgrade
                    Upgrade: websocket
                    Sec-WebSocket-Version: 13
                    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

                    """
                            .formatted(url.getRawQuery())
                            .replace("\n", "\r\n");
            raw.getOutputStream().write(request.getBytes(US_ASCII));
            byte[] answer = raw.getInputStream().readNBytes(12);
            assertThat(new String(answer, US_ASCII)).isEqualTo("HTTP/1.1 403");
        }
        assertThat(slack.simulator.sockets().tally().connections()).isZero();
    }

    @Test
    void a_command_waits_for_its_acknowledgement_and_fails_as_slack_says() throws Exception {
        Acting ana = slack.simulator.as(Slack.ANA);
        assertThat(ana.command(Slack.CHANNEL, "/frops help").error()).isEqualTo("dispatch_failed");
        Ear ear = new Ear(new LinkedBlockingQueue<>());
        WebSocket app = connect(open(slack, APP).text("url"), ear);
        assertThat(ear.next().text("num_connections")).isEqualTo("1");
        assertThat(ana.command(Slack.CHANNEL, "/frops help").error())
                .isEqualTo("operation_timeout");
        assertThat(ear.next().text("type")).isEqualTo("slash_commands");
        var typed =
                java.util.concurrent.CompletableFuture.supplyAsync(
                        () -> ana.command(Slack.CHANNEL, "/frops health"));
        Json envelope = ear.next();
        assertThat(envelope.text("payload/text")).isEqualTo("health");
        app.sendText(
                        "{\"envelope_id\":\""
                                + envelope.text("envelope_id")
                                + "\",\"payload\":{\"text\":\"all is well\"}}",
                        true)
                .join();
        assertThat(typed.join()).isEqualTo(new Deed(null));
        assertThat(ana.ephemerals().getLast().content().text()).isEqualTo("all is well");
    }
}
