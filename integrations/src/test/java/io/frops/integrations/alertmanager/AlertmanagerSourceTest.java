package io.frops.integrations.alertmanager;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.frops.core.alert.Activity.Answer;
import io.frops.core.alert.LabelMatcher;
import io.frops.core.alert.Poll;
import io.frops.core.alert.SilenceRequest;
import io.frops.core.alert.SourceName;
import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.IntegrationException.Kind;
import io.frops.core.settings.Secret;
import io.frops.integrations.http.SharedClient;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a well-behaved Alertmanager does is the contract suite's matter; here are the others.
class AlertmanagerSourceTest {
    @RegisterExtension
    static final WireMockExtension PEER =
            WireMockExtension.newInstance()
                    .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
                    .build();

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final SharedClient CLIENT = SharedClient.within(Duration.ofSeconds(3));
    private static final String ID = "3f0b4d4e-0000-4000-8000-000000000000";
    private static final SilenceRequest SILENCE =
            new SilenceRequest(
                    List.of(new LabelMatcher("alertname", "A")),
                    NOW,
                    NOW.plusSeconds(60),
                    "ana",
                    "INC-1: planned");

    @Test
    void a_member_that_refuses_connections_is_told_as_silent_beside_one_that_answers() {
        healthy();
        Poll poll = source(peer(), URI.create("http://127.0.0.1:1")).poll();
        assertThat(poll.members()).hasSize(2);
        assertThat(poll.complete()).isFalse();
        assertThat(poll.answered())
                .singleElement()
                .extracting(Poll.Answered::uptime)
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(poll.members().getLast())
                .isEqualTo(
                        new Poll.Silent(
                                "127.0.0.1:1",
                                "Alertmanager at 127.0.0.1:1 refuses connections; is it running?"));
    }

    @Test
    void a_hung_member_costs_one_second_when_asked_quickly() {
        answer(aResponse().withFixedDelay(60_000).withBody("[]"));
        long before = System.nanoTime();
        assertThat(source(peer()).activity(Set.of("f")).of("f")).isEqualTo(Answer.UNREACHABLE);
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isLessThan(Duration.ofMillis(2_500));
    }

    @Test
    void one_members_yes_is_enough_and_a_no_needs_every_member() {
        healthy();
        var pair = source(peer(), URI.create("http://127.0.0.1:1"));
        assertThat(pair.activity(Set.of("f1", "f2")).answers())
                .isEqualTo(Map.of("f1", Answer.ACTIVE, "f2", Answer.UNREACHABLE));
        assertThat(source(peer()).activity(Set.of("f2")).of("f2")).isEqualTo(Answer.ABSENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    500 | "internal \\u0007 trouble"          | answered with HTTP 500: internal trouble
                    503 | {"code":503,"message":"starting"}   | answered with HTTP 503: starting
                    401 | <html>login</html>                  | refused our credential (HTTP 401)
                    302 |                                     | answered with a redirect (HTTP 302)
                    200 | <html>a proxy's page</html>         | is not an Alertmanager
                    200 | {"uptime": 5}                       | is not an Alertmanager
                    """)
    void an_answer_that_is_no_answer_is_silence_with_a_safe_reason(
            int status, String body, String why) {
        answer(
                aResponse()
                        .withStatus(status)
                        .withHeader("Location", "http://169.254.169.254/secret")
                        .withBody(body == null ? "" : body));
        assertThat(source(peer()).poll().members())
                .singleElement()
                .isInstanceOfSatisfying(
                        Poll.Silent.class,
                        silent -> assertThat(silent.why()).contains(why).doesNotContain("<"));
    }

    @Test
    void time_intervals_and_silences_make_an_alert_inactive() {
        healthy();
        PEER.stubFor(
                get(urlPathEqualTo("/am/api/v2/alerts"))
                        .willReturn(
                                okJson(
                                        "["
                                                + alert("f1", "suppressed")
                                                + ","
                                                + alert("f2", "active")
                                                + "]")));
        assertThat(source(peer()).poll().answered().getFirst().held())
                .extracting(Poll.Held::active)
                .containsExactly(false, true);
    }

    @Test
    void the_receiver_is_asked_for_literally() {
        healthy();
        source(settings(Optional.empty(), "a.b|c", peer())).poll();
        PEER.verify(
                getRequestedFor(urlPathEqualTo("/am/api/v2/alerts/groups"))
                        .withQueryParam("receiver", equalTo("a\\.b\\|c")));
    }

    @Test
    void the_credential_goes_along() {
        healthy();
        source(settings(Optional.of(Secret.parse("s3cret")), "frops", peer())).poll();
        PEER.verify(
                getRequestedFor(urlPathEqualTo("/am/api/v2/status"))
                        .withHeader("Authorization", equalTo("Bearer s3cret")));
    }

    @Test
    void a_silence_moves_on_to_the_next_member_when_the_first_is_down() {
        PEER.stubFor(
                post(urlPathEqualTo("/am/api/v2/silences"))
                        .willReturn(okJson("{\"silenceID\":\"id-1\"}")));
        assertThat(source(URI.create("http://127.0.0.1:1"), peer()).silence(SILENCE))
                .isEqualTo("id-1");
    }

    @Test
    void silences_that_are_over_or_match_by_more_than_equality_are_not_listed() {
        String kept = silence("a", "active", "\"isRegex\":false,\"isEqual\":true");
        String all =
                kept
                        + ","
                        + silence("b", "expired", "\"isRegex\":false")
                        + ","
                        + silence("c", "active", "\"isRegex\":true")
                        + ","
                        + silence("d", "active", "\"isRegex\":false,\"isEqual\":false")
                        + ","
                        + silence("e", "pending", "\"isRegex\":false");
        PEER.stubFor(
                get(urlPathEqualTo("/am/api/v2/silences")).willReturn(okJson("[" + all + "]")));
        assertThat(source(peer()).silences()).extracting(s -> s.id()).containsExactly("a", "e");
    }

    private static String silence(String id, String state, String how) {
        return """
        {"id":"%s","status":{"state":"%s"},"comment":"c","createdBy":"ana","updatedAt":null,
         "startsAt":"2026-11-24T08:30:00.000Z","endsAt":"2026-11-24T09:30:00.000Z",
         "matchers":[{"name":"a","value":"b",%s}]}\
        """
                .formatted(id, state, how);
    }

    @Test
    void a_refused_silence_says_what_the_member_said_and_is_not_tried_elsewhere() {
        answer(aResponse().withStatus(400).withBody("\"silence invalid: no\""));
        assertThatThrownBy(() -> source(peer(), peer()).silence(SILENCE))
                .isInstanceOfSatisfying(
                        IntegrationException.class,
                        e -> {
                            assertThat(e.kind()).isEqualTo(Kind.INVALID);
                            assertThat(e.safeMessage()).endsWith("HTTP 400: silence invalid: no");
                        });
        PEER.verify(1, postRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource({"200,''", "404,''", "500,'\"silence not found\"'"})
    void a_silence_that_is_over_or_unknown_counts_as_ended(int status, String body) {
        PEER.stubFor(
                delete(urlPathEqualTo("/am/api/v2/silence/" + ID))
                        .willReturn(aResponse().withStatus(status).withBody(body)));
        source(peer()).endSilence(ID);
        PEER.verify(deleteRequestedFor(urlPathEqualTo("/am/api/v2/silence/" + ID)));
    }

    @Test
    void what_is_no_silences_id_is_never_sent() {
        answer(aResponse().withStatus(500));
        source(peer()).endSilence("../alerts");
        PEER.verify(0, deleteRequestedFor(anyUrl()));
    }

    @Test
    void a_silence_is_not_taken_for_ended_while_the_member_is_in_trouble() {
        answer(aResponse().withStatus(500).withBody("\"disk is full\""));
        assertThatThrownBy(() -> source(peer()).endSilence(ID))
                .isInstanceOf(IntegrationException.class)
                .hasMessageContaining("disk is full");
    }

    @Test
    void a_source_without_members_has_no_api_and_says_so() {
        var none = source();
        assertThat(none.hasApi()).isFalse();
        assertThat(none.poll().complete()).isFalse();
        assertThatThrownBy(() -> none.silence(SILENCE)).hasMessageContaining("name its members");
    }

    private static void answer(ResponseDefinitionBuilder answer) {
        PEER.stubFor(any(anyUrl()).willReturn(answer));
    }

    private static void healthy() {
        PEER.stubFor(
                get(urlPathEqualTo("/am/api/v2/status"))
                        .willReturn(okJson("{\"uptime\":\"2026-11-24T08:30:00.000Z\"}")));
        PEER.stubFor(
                get(urlPathEqualTo("/am/api/v2/alerts"))
                        .willReturn(okJson("[" + alert("f1", "active") + "]")));
        PEER.stubFor(get(urlPathEqualTo("/am/api/v2/alerts/groups")).willReturn(okJson("[]")));
    }

    private static String alert(String fingerprint, String state) {
        return """
        {"fingerprint":"%s","startsAt":"2026-11-24T08:40:00.000Z","endsAt":"2026-11-24T09:05:00.000Z",
         "labels":{"alertname":"A"},"annotations":{},"receivers":[{"name":"frops"}],
         "status":{"state":"%s","silencedBy":[],"inhibitedBy":[]}}
        """
                .formatted(fingerprint, state);
    }

    private static URI peer() {
        return URI.create("http://127.0.0.1:" + PEER.getPort() + "/am/");
    }

    private static AlertmanagerSource source(URI... members) {
        return source(settings(Optional.empty(), "frops", members));
    }

    private static AlertmanagerSource source(AlertmanagerSettings settings) {
        return new AlertmanagerSource(settings, CLIENT, () -> NOW);
    }

    private static AlertmanagerSettings settings(
            Optional<Secret> apiToken, String receiver, URI... members) {
        return new AlertmanagerSettings(
                new SourceName("main"),
                Optional.of(Secret.parse("in")),
                Optional.empty(),
                Arrays.asList(members),
                apiToken,
                Optional.empty(),
                receiver,
                Optional.empty());
    }
}
