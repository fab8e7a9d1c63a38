package io.frops.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.sandbox.slack.page.Welcome;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final Welcome WELCOME =
            new Welcome(
                    Slack.CHANNEL,
                    "Welcome",
                    "Press *it*",
                    () ->
                            List.of(
                                    new Welcome.WelcomeAction(
                                            "Break backend", "break/backend", "danger")));

    private final Slack slack = new Slack(s -> s.withPage(s.hints(), WELCOME));

    @AfterEach
    void close() {
        slack.close();
    }

    private String page() {
        return slack.get("/?as=U0ANA0001").body();
    }

    @Test
    void a_card_shows_with_its_colour_and_addressable_buttons() {
        String ts =
                slack.call(
                                "chat.postMessage",
                                "{\"channel\":\"C0INCIDENT\",\"attachments\":[{\"color\":\"#E01E5A\",\"blocks\":[{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"INC-1\"}},%s]}]}"
                                        .formatted(Slack.actions(Slack.button("ack", "v1"))))
                        .text("ts");
        assertThat(page())
                .contains("<h3>INC-1</h3>", "data-color=\"#E01E5A\"", "data-ts=\"" + ts + "\"")
                .contains(
                        "data-action-id=\"ack\" data-block-id=\"acts\" data-place=\""
                                + ts
                                + "\" data-ts=\""
                                + ts
                                + "\"");
    }

    @Test
    void nothing_from_outside_becomes_markup() {
        String evil = "<img src=x onerror=alert(1)>\\\"><script>alert(2)</script>";
        slack.call("chat.postMessage", "{\"channel\":\"C0INCIDENT\",\"text\":\"" + evil + "\"}");
        slack.card(
                "{\"type\":\"section\",\"text\":{\"type\":\"plain_text\",\"text\":\""
                        + evil
                        + "\"}}");
        slack.card(
                Slack.actions(
                        Slack.button("a", "1")
                                .replace("Press", evil)
                                .replace("\"value\":\"1\"", "\"value\":\"" + evil + "\"")));
        slack.card(
                "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"<javascript:alert(1)|x> <https://a\\\" onclick=alert(1)|y>\"}}");
        slack.simulator.as(Slack.ANA).say(Slack.CHANNEL, "<b onmouseover=alert(1)>", null);
        assertThat(page())
                .doesNotContain(
                        "<img src=x",
                        "<script>alert",
                        "href=\"javascript",
                        "\" onclick",
                        "<b onmouseover");
        assertThat(slack.get("/").headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'");
    }

    @Test
    void ephemeral_messages_and_modals_show_to_their_person_alone() {
        slack.call(
                "chat.postEphemeral",
                "{\"channel\":\"C0INCIDENT\",\"user\":\"U0ANA0001\",\"text\":\"only-for-ana\"}");
        assertThat(page()).contains("only-for-ana", "Only visible to you");
        assertThat(slack.get("/?as=U0BEN0001").body()).doesNotContain("only-for-ana");
        Json secrets = Json.parse(slack.get("/people/U0ANA0001/private.json").body());
        assertThat(secrets.text("ephemeral/0/text")).isEqualTo("only-for-ana");
        assertThat(secrets.node().path("modal").isNull()).isTrue();
    }

    @Test
    void an_edit_and_the_replies_show() {
        String ts = slack.card("{\"type\":\"divider\"}");
        slack.call(
                "chat.update",
                "{\"channel\":\"C0INCIDENT\",\"ts\":\"" + ts + "\",\"text\":\"new\"}");
        slack.call(
                "chat.postMessage",
                "{\"channel\":\"C0INCIDENT\",\"text\":\"first reply\",\"thread_ts\":\""
                        + ts
                        + "\"}");
        assertThat(page()).contains("(edited)", "1 reply").doesNotContain("first reply");
        assertThat(slack.get("/?as=U0ANA0001&channel=C0INCIDENT&thread=" + ts).body())
                .contains("first reply", ">1 reply</div>")
                .contains("id=\"m" + ts + "\"", "id=\"t" + ts + "\"");
    }

    @Test
    void everybody_who_can_be_acted_as_is_offered_with_their_role() {
        assertThat(page()).contains("@clara · responder", "@eve · guest", "@fay · other workspace");
        assertThat(page()).contains("data-welcome=\"break/backend\"");
    }

    @Test
    void unread_marks_count_what_a_person_has_not_seen() {
        slack.call("chat.postMessage", "{\"channel\":\"C0GENERAL\",\"text\":\"x\"}");
        assertThat(page()).contains("aria-label=\"1 unread\"");
        post("/people/U0ANA0001/read", "{\"channel\":\"C0GENERAL\"}");
        assertThat(page()).doesNotContain("unread\"");
        assertThat(slack.get("/?as=U0BEN0001").body()).contains("aria-label=\"1 unread\"");
    }

    private HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(slack.simulator.page().resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return slack.send(request.build());
    }

    @Test
    void a_press_over_http_reaches_the_bot() {
        String ts = slack.card(Slack.actions(Slack.button("ack", "1")));
        var answer =
                post("/people/U0ANA0001/press", "{\"ts\":\"" + ts + "\",\"action_id\":\"ack\"}");
        assertThat(answer.body()).isEqualTo("{\"ok\":true}");
        assertThat(slack.bot.last().payload().text("user/id")).isEqualTo(Slack.ANA);
        assertThat(
                        post("/people/U0ANA0001/press", "{\"ts\":\"1.1\",\"action_id\":\"ack\"}")
                                .statusCode())
                .isEqualTo(404);
        assertThat(post("/people/U0NOBODY/press", "{}").statusCode()).isEqualTo(404);
        assertThat(
                        post(
                                        "/people/U0ANA0001/command",
                                        "{\"channel\":\"C0INCIDENT\",\"text\":\"/frops help\"}")
                                .body())
                .contains("true");
        assertThat(slack.bot.last().form()).containsEntry("text", "help");
    }

    @Test
    void a_page_of_another_site_cannot_act_for_anybody() {
        String body = "{\"channel\":\"C0INCIDENT\",\"text\":\"hi\"}";
        assertThat(
                        post("/people/U0ANA0001/say", body, "Origin", "http://evil.example")
                                .statusCode())
                .isEqualTo(403);
        assertThat(post("/people/U0ANA0001/say", body, "Origin", "null").statusCode())
                .isEqualTo(403);
        assertThat(post("/people/U0ANA0001/say", body, "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        var plain =
                HttpRequest.newBuilder(slack.simulator.page().resolve("/people/U0ANA0001/say"))
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        assertThat(slack.send(plain).statusCode()).isEqualTo(403);
        assertThat(slack.simulator.messages(Slack.CHANNEL)).isEmpty();
        String own = slack.simulator.page().toString();
        assertThat(post("/people/U0ANA0001/say", body, "Origin", own).statusCode()).isEqualTo(200);
        assertThat(slack.get("/people/U0ANA0001/say").statusCode()).isEqualTo(405);
    }

    @Test
    void a_foreign_host_name_is_refused() throws Exception {
        assertThat(raw("evil.example")).contains("403");
        assertThat(raw("localhost:1")).contains("200");
        assertThat(raw("127.0.0.1.evil.example")).contains("403");
    }

    private String raw(String host) throws Exception {
        URI page = slack.simulator.page();
        try (Socket socket = new Socket(page.getHost(), page.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }
    }

    @Test
    void an_open_page_is_told_of_changes() throws Exception {
        var request =
                HttpRequest.newBuilder(slack.simulator.page().resolve("/stream?as=U0ANA0001"))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            var lines = client.send(request, HttpResponse.BodyHandlers.ofLines()).body().iterator();
            assertThat(lines.next()).startsWith(":");
            slack.card("{\"type\":\"divider\"}");
            String line = lines.next();
            while (!line.startsWith("data:")) {
                line = lines.next();
            }
            assertThat(line).isEqualTo("data: changed");
            client.shutdownNow();
        }
    }

    @Test
    void the_home_tab_stands_in_the_direct_messages() {
        slack.call(
                "views.publish",
                "{\"user_id\":\"U0ANA0001\",\"view\":{\"type\":\"home\",\"blocks\":[{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"My incidents\"}}]}}");
        String direct = "/?as=U0ANA0001&channel=" + slack.simulator.as(Slack.ANA).direct();
        assertThat(slack.get(direct + "&tab=home").body()).contains("My incidents");
        assertThat(slack.get(direct).body()).doesNotContain("My incidents");
        assertThat(slack.bot.posts()).as("a GET tells nobody anything").isEmpty();
        post("/people/U0ANA0001/home", "{}");
        io.frops.core.testing.Eventually.await(
                "the bot hears of it",
                java.time.Duration.ofSeconds(5),
                () -> slack.bot.posts().size() == 1);
        assertThat(Json.parse(slack.bot.last().body()).text("event/type"))
                .isEqualTo("app_home_opened");
    }

    @Test
    void somebody_else_s_direct_messages_are_not_shown() {
        String direct = slack.simulator.as(Slack.ANA).direct();
        slack.call("chat.postMessage", "{\"channel\":\"" + direct + "\",\"text\":\"between us\"}");
        assertThat(slack.get("/?as=U0ANA0001&channel=" + direct).body()).contains("between us");
        assertThat(slack.get("/?as=U0BEN0001&channel=" + direct).body())
                .doesNotContain("between us");
        assertThat(
                        post(
                                        "/people/U0BEN0001/say",
                                        "{\"channel\":\"" + direct + "\",\"text\":\"x\"}")
                                .statusCode())
                .isEqualTo(404);
    }
}
