package io.frops.integrations.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.frops.integrations.slack.SlackStub.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.frops.core.access.PersonId;
import io.frops.core.chat.Block;
import io.frops.core.chat.ChannelId;
import io.frops.core.chat.Colour;
import io.frops.core.chat.Message;
import io.frops.core.chat.MessageRef;
import io.frops.core.chat.Text;
import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.IntegrationException.Kind;
import io.frops.core.observe.Arrows;
import io.frops.core.settings.Secret;
import io.frops.core.testing.ManualClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackChatRoomTest {
    @RegisterExtension static final WireMockExtension SERVER = SlackStub.server();

    private static final ChannelId C1 = new ChannelId("C1");
    private static final MessageRef CARD = new MessageRef(C1, "1.0001");
    private static final Message HELLO = Message.of("INC-42 SEV2", Text.of("5xx"));
    private static final String POSTED = "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1.0001\"}";

    private final SlackStub slack = new SlackStub(SERVER);
    private final ManualClock clock = new ManualClock();
    private final List<String> observed = new CopyOnWriteArrayList<>();
    private final SlackChatRoom room = room(slack.settings(), Duration.ofSeconds(30));

    private SlackChatRoom room(SlackSettings settings, Duration read) {
        SlackCalls calls =
                new SlackCalls(
                        settings,
                        (method, outcome, took) -> observed.add(method + " " + outcome),
                        clock,
                        Arrows.NONE,
                        read);
        return new SlackChatRoom(
                calls,
                new Whispers(calls, settings.apiUrl()),
                new Files(calls, settings.apiUrl()),
                clock,
                () -> "some-id");
    }

    @Test
    void a_post_carries_token_nonce_and_no_previews() {
        slack.says("chat.postMessage", POSTED);
        Message card =
                Message.of(
                                "INC-42 SEV2",
                                new Block.Header("INC-42"),
                                Block.Section.of(Text.of("5xx")))
                        .in(Colour.WARNING);
        assertThat(room.post(C1, card, "n1")).isEqualTo(CARD);
        var sent = slack.sent("chat.postMessage").getFirst();
        assertThat(sent.getHeader("Authorization")).isEqualTo("Bearer xoxb-test");
        assertThat(field(sent, "channel")).isEqualTo("C1");
        assertThat(field(sent, "text")).isEqualTo("INC-42 SEV2");
        assertThat(field(sent, "metadata"))
                .isEqualTo("{\"event_type\":\"frops_card\",\"event_payload\":{\"nonce\":\"n1\"}}");
        assertThat(field(sent, "attachments")).startsWith("[{\"color\":\"#ECB22E\",\"blocks\":[");
        assertThat(field(sent, "unfurl_links")).isEqualTo("false");
        assertThat(field(sent, "token")).isEmpty();
        assertThat(observed).containsExactly("chat.postMessage ok");
    }

    @Test
    void an_update_names_what_is_gone_since_slack_keeps_the_rest() {
        slack.says("chat.update", POSTED);
        room.update(CARD, HELLO);
        var sent = slack.sent("chat.update").getFirst();
        assertThat(field(sent, "ts")).isEqualTo("1.0001");
        assertThat(field(sent, "attachments")).isEqualTo("[]");
        assertThat(field(sent, "metadata")).isEmpty();
    }

    @Test
    void a_public_channel_is_joined_once() {
        SERVER.stubFor(
                post(urlPathEqualTo("/api/chat.postMessage"))
                        .inScenario("join")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willReturn(okJson("{\"ok\":false,\"error\":\"not_in_channel\"}"))
                        .willSetStateTo("joined"));
        SERVER.stubFor(
                post(urlPathEqualTo("/api/chat.postMessage"))
                        .inScenario("join")
                        .whenScenarioStateIs("joined")
                        .willReturn(okJson(POSTED)));
        slack.says("conversations.join", "{\"ok\":true}");
        assertThat(room.post(C1, HELLO, "n1")).isEqualTo(CARD);
        assertThat(slack.sent("chat.postMessage")).hasSize(2);
    }

    @Test
    void a_channel_that_cannot_be_joined_needs_an_invitation() {
        slack.says("chat.postMessage", "{\"ok\":false,\"error\":\"not_in_channel\"}");
        slack.says("conversations.join", "{\"ok\":false,\"error\":\"channel_not_found\"}");
        failsAs(Kind.NOT_USABLE, () -> room.post(C1, HELLO, "n1")).hasMessageContaining("/invite");
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_auth, DENIED",
        "ratelimited, RATE_LIMITED",
        "channel_not_found, NOT_FOUND",
        "is_archived, NOT_USABLE",
        "invalid_blocks, INVALID",
        "fatal_error, UNAVAILABLE",
    })
    void a_refusal_is_of_a_kind(String code, Kind kind) {
        slack.says("chat.postMessage", "{\"ok\":false,\"error\":\"" + code + "\"}");
        failsAs(kind, () -> room.post(C1, HELLO, "n1"));
        assertThat(observed).containsExactly("chat.postMessage " + code);
    }

    @Test
    void a_429_says_how_long_to_wait_and_is_not_tried_again_behind_our_back() {
        slack.answers(
                "/api/chat.postMessage",
                aResponse().withStatus(429).withHeader("Retry-After", "30"));
        assertThatExceptionOfType(IntegrationException.class)
                .isThrownBy(() -> room.post(C1, HELLO, "n1"))
                .satisfies(e -> {
                    assertThat(e.kind()).isEqualTo(Kind.RATE_LIMITED);
                    assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(30));
                });
        assertThat(slack.sent("chat.postMessage")).hasSize(1);
        assertThat(observed).containsExactly("chat.postMessage 429");
    }

    @Test
    void a_server_error_is_unavailable() {
        slack.fails("chat.postMessage", 503);
        failsAs(Kind.UNAVAILABLE, () -> room.post(C1, HELLO, "n1"));
        assertThat(observed).containsExactly("chat.postMessage http_503");
    }

    @Test
    void no_answer_leaves_the_outcome_unknown_and_is_sent_once() {
        slack.answers("/api/chat.postMessage", okJson(POSTED).withFixedDelay(20_000));
        SlackChatRoom hasty = room(slack.settings(), Duration.ofMillis(200));
        failsAs(Kind.TIMEOUT, () -> hasty.post(C1, HELLO, "n1"));
        SERVER.resetAll();
        slack.answers(
                "/api/chat.postMessage", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        failsAs(Kind.TIMEOUT, () -> room.post(C1, HELLO, "n1"));
        assertThat(slack.sent("chat.postMessage")).hasSize(1);
    }

    @Test
    void a_refused_connection_was_not_sent() {
        SlackSettings settings = slack.settings();
        SlackChatRoom nowhere =
                room(
                        new SlackSettings(
                                settings.botToken(),
                                Secret.parse("s"),
                                Optional.empty(),
                                URI.create("http://127.0.0.1:1/api/"),
                                Optional.empty()),
                        Duration.ofSeconds(30));
        failsAs(Kind.UNAVAILABLE, () -> nowhere.post(C1, HELLO, "n1"));
        assertThat(observed).containsExactly("chat.postMessage unreachable");
    }

    @Test
    void no_failure_shows_the_token() {
        slack.says("chat.postMessage", "{\"ok\":false,\"error\":\"invalid_auth\"}");
        failsAs(Kind.DENIED, () -> room.post(C1, HELLO, "n1"))
                .hasMessageNotContaining("xoxb-test")
                .hasMessageContaining("SLACK_BOT_TOKEN");
    }

    @Test
    void a_channels_name_is_found_through_the_pages_and_kept_ten_minutes() {
        page(
                "conversations.list",
                "",
                "{\"ok\":true,\"channels\":[{\"id\":\"C7\",\"name\":\"general\"}],"
                        + "\"response_metadata\":{\"next_cursor\":\"p2\"}}");
        page(
                "conversations.list",
                "p2",
                "{\"ok\":true,\"channels\":[{\"id\":\"C8\",\"name\":\"incidents\"}],"
                        + "\"response_metadata\":{\"next_cursor\":\"\"}}");
        assertThat(room.channel("#incidents")).contains(new ChannelId("C8"));
        assertThat(room.channel("general")).contains(new ChannelId("C7"));
        assertThat(room.channel("C012AB3CD")).contains(new ChannelId("C012AB3CD"));
        assertThat(slack.sent("conversations.list")).hasSize(2);
        clock.advance(Duration.ofMinutes(11));
        assertThat(room.channel("#nowhere")).isEmpty();
        assertThat(slack.sent("conversations.list")).hasSize(4);
        slack.fails("conversations.list", 503);
        clock.advance(Duration.ofMinutes(11));
        assertThat(room.channel("#incidents")).contains(new ChannelId("C8"));
    }

    @Test
    void a_message_is_found_again_by_its_nonce() {
        page(
                "conversations.history",
                "",
                "{\"ok\":true,\"messages\":[{\"ts\":\"9.1\"},"
                        + message("8.1", "other")
                        + "],\"response_metadata\":{\"next_cursor\":\"p2\"}}");
        page(
                "conversations.history",
                "p2",
                "{\"ok\":true,\"messages\":[" + message("7.1", "n1") + "]}");
        Instant since = Instant.ofEpochSecond(1_700_000_000);
        assertThat(room.find(C1, "n1", since)).contains(new MessageRef(C1, "7.1"));
        assertThat(room.find(C1, "n2", since)).isEmpty();
        var sent = slack.sent("conversations.history").getFirst();
        assertThat(field(sent, "oldest")).isEqualTo("1700000000.000000");
        assertThat(field(sent, "include_all_metadata")).isEqualTo("true");
    }

    @Test
    void the_replies_of_a_thread_are_known_by_their_nonces() {
        slack.says(
                "conversations.replies",
                "{\"ok\":true,\"messages\":["
                        + message("1.0001", "root")
                        + ","
                        + message("2.1", "INC-42/3")
                        + ","
                        + message("2.2", "more/1.0001/2")
                        + ",{\"ts\":\"2.3\"}]}");
        assertThat(room.replies(CARD)).containsExactly("INC-42/3");
    }

    @Test
    void what_does_not_fit_goes_into_the_thread_and_is_updated_there() {
        slack.says("chat.postMessage", POSTED).says("chat.update", POSTED);
        List<Block> many = Collections.nCopies(120, Block.Section.of(Text.of("line")));
        Message message = new Message("INC-42 SEV2", Colour.INFO, many);
        room.post(C1, message, "n1");
        var sent = slack.sent("chat.postMessage");
        assertThat(sent).hasSize(3);
        assertThat(sent.stream().map(r -> field(r, "thread_ts")))
                .containsExactly("", "1.0001", "1.0001");
        assertThat(field(sent.get(2), "metadata")).contains("more/1.0001/3");

        SERVER.resetRequests();
        slack.says(
                "conversations.replies",
                "{\"ok\":true,\"messages\":[" + message("2.2", "more/1.0001/2") + "]}");
        room.update(CARD, message);
        assertThat(slack.sent("chat.update").stream().map(r -> field(r, "ts")))
                .containsExactly("1.0001", "2.2");
        assertThat(slack.sent("chat.postMessage")).hasSize(1);
    }

    @Test
    void a_direct_message_opens_its_conversation_and_a_whisper_names_its_person() {
        slack.says("conversations.open", "{\"ok\":true,\"channel\":{\"id\":\"D9\"}}");
        slack.says("chat.postMessage", POSTED).says("chat.postEphemeral", "{\"ok\":true}");
        room.direct(new PersonId("U1"), HELLO);
        assertThat(field(slack.sent("chat.postMessage").getFirst(), "channel")).isEqualTo("D9");
        room.whisper(C1, new PersonId("U1"), HELLO);
        assertThat(field(slack.sent("chat.postEphemeral").getFirst(), "user")).isEqualTo("U1");
    }

    @Test
    void removing_what_is_gone_is_fine() {
        slack.says("chat.delete", "{\"ok\":false,\"error\":\"message_not_found\"}");
        room.remove(CARD);
        assertThat(slack.sent("chat.delete")).hasSize(1);
    }

    private static String message(String ts, String nonce) {
        return "{\"ts\":\"%s\",\"metadata\":{\"event_type\":\"frops_card\",\"event_payload\":{\"nonce\":\"%s\"}}}"
                .formatted(ts, nonce);
    }

    private void page(String method, String cursor, String json) {
        var matching = post(urlPathEqualTo("/api/" + method));
        SERVER.stubFor(
                (cursor.isEmpty()
                                ? matching.atPriority(5)
                                : matching.atPriority(1)
                                        .withFormParam(
                                                "cursor",
                                                com.github.tomakehurst.wiremock.client.WireMock
                                                        .equalTo(cursor)))
                        .willReturn(okJson(json)));
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> failsAs(
            Kind kind, ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        IntegrationException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }
}
