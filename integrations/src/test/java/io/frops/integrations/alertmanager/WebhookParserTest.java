package io.frops.integrations.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frops.core.alert.Alert;
import io.frops.core.alert.Notification;
import io.frops.core.alert.SourceName;
import io.frops.integrations.http.BodyTooLargeException;
import io.frops.integrations.http.CappedStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookParserTest {
    private static final SourceName MAIN = new SourceName("main");
    private static final String PLAIN = Recorded.body("alertmanager-0.25-firing-single-critical");

    @ParameterizedTest
    @MethodSource("io.frops.integrations.alertmanager.Recorded#names")
    void every_recorded_body_is_understood(String name) throws IOException {
        Notification told = ok(Recorded.body(name));
        assertThat(told.receiver()).isEqualTo("frops");
        assertThat(told.groupLabels()).containsEntry("cluster", "prod-eu1");
        assertThat(told.alerts()).isNotEmpty();
        assertThat(told.repeat()).isFalse();
        assertThat(told.truncated()).isZero();
        assertThat(told.source()).isEqualTo(MAIN);
    }

    @Test
    void a_firing_alert_keeps_labels_annotations_start_and_graph() throws IOException {
        Alert alert = ok(PLAIN).alerts().getFirst();
        assertThat(alert.firing()).isTrue();
        assertThat(alert.key().fingerprint()).isEqualTo("51ee220236b55188");
        assertThat(alert.key().startsAt()).isEqualTo(Instant.parse("2026-11-23T18:37:05.926Z"));
        assertThat(alert.label("service")).isEqualTo("mongodb");
        assertThat(alert.annotation("summary")).isEqualTo("MongoDB on node-db is down");
        assertThat(alert.generatorUrl()).startsWith("http://prometheus.example.com:9090/graph?");
    }

    @Test
    void one_group_mixes_firing_and_resolved() throws IOException {
        Notification told = ok(Recorded.body("alertmanager-0.25-grouped-partial-resolved"));
        assertThat(told.alerts()).extracting(Alert::firing).containsExactly(false, true, true);
        assertThat(told.alerts().getFirst().endsAt()).isNotNull();
    }

    @Test
    void a_repeat_is_known_by_its_reason() throws IOException {
        String body = Recorded.body("alertmanager-0.34-firing-grouped-2");
        assertThat(ok(body.replace("first notification", "repeat interval elapsed")).repeat())
                .isTrue();
    }

    @Test
    void a_start_in_nanoseconds_and_with_an_offset_is_kept_in_utc_milliseconds()
            throws IOException {
        String body =
                PLAIN.replace("2026-11-23T18:37:05.926Z", "2026-11-23T20:37:05.926999999+02:00");
        assertThat(ok(body).alerts().getFirst().key().startsAt())
                .isEqualTo(Instant.parse("2026-11-23T18:37:05.926Z"));
    }

    @Test
    void unknown_fields_of_any_shape_are_ignored() throws IOException {
        String body = PLAIN.replaceFirst("\\{", "{\"new\":{\"a\":[1,{\"b\":null}]},\"n\":1.5,");
        assertThat(ok(body)).isEqualTo(ok(PLAIN));
    }

    @Test
    void alerts_left_out_are_counted() throws IOException {
        assertThat(
                        ok(PLAIN.replace("\"truncatedAlerts\": 0", "\"truncatedAlerts\": 37"))
                                .truncated())
                .isEqualTo(37);
    }

    @Test
    void nulls_and_a_missing_fingerprint_are_tolerated() throws IOException {
        String body =
                """
                {"version":"4","groupKey":"{}:{}","receiver":"frops","groupLabels":null,"alerts":[
                {"status":"firing","labels":{"alertname":"A"},"annotations":null,"generatorURL":"",
                 "startsAt":"2030-01-01T00:00:00Z","endsAt":"0001-01-01T00:00:00Z"}]}
                """;
        Alert alert = ok(body).alerts().getFirst();
        assertThat(alert.key().fingerprint()).isEqualTo(Fingerprint.of(Map.of("alertname", "A")));
        assertThat(alert.generatorUrl()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "version": "4"             | "version": "3"     | "version" is "3"
                    "version": "4"             | "v": "4"           | "version" is missing
                    "groupKey"                 | "key"              | "groupKey" is missing
                    "receiver": "frops"        | "receiver": 7      | "receiver" must be a text, but is a number
                    "startsAt"                 | "began"            | "alerts[0].startsAt" is missing
                    2026-11-23T18:37:05.926Z   | yesterday          | "alerts[0].startsAt" must be a time
                    "status": "firing",        | "status": "odd",   | "firing" or "resolved"
                    "job": "demo"              | "job": ["demo"]    | must be a text, but is an array
                    "truncatedAlerts": 0       | "truncatedAlerts": "no" | must be a whole number
                    """)
    void a_wrong_body_gets_its_mistake_and_the_remedy(String from, String to, String mistake)
            throws IOException {
        assertThat(PLAIN).contains(from);
        assertThat(bad(PLAIN.replace(from, to)))
                .contains(mistake)
                .contains("webhook_configs")
                .doesNotContain("\n");
    }

    @Test
    void a_body_shaped_by_the_payload_option_is_named_as_such() throws IOException {
        assertThat(bad("{\"text\": \"MongoDB is down\"}"))
                .contains("\"payload\"? Remove that option");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "[",
                "{\"alerts\":[",
                "[]",
                "null",
                "7",
                "{} {}",
                "<xml/>",
                "{'a':1}"
            })
    void what_is_not_one_json_object_is_refused(String body) throws IOException {
        assertThat(bad(body)).startsWith("The webhook body was refused: ");
    }

    @Test
    void bytes_that_are_not_utf8_are_refused() throws IOException {
        byte[] body =
                PLAIN.replace("node-db is down", "node-db is d~wn")
                        .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < body.length; i++) {
            body[i] = body[i] == '~' ? (byte) 0xC3 : body[i];
        }
        assertThat(bad(WebhookParser.parse(MAIN, new ByteArrayInputStream(body))))
                .contains("UTF-8");
    }

    @Test
    void deep_nesting_is_refused_before_it_costs_anything() throws IOException {
        String deep = "{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertThat(bad(deep)).contains("nested deeper than 32");
    }

    @Test
    void nul_and_half_characters_are_replaced_and_whole_ones_stay() throws IOException {
        String body =
                PLAIN.replace(
                        "MongoDB on node-db is down", "a\\u0000b\\ud83dc\\ude00d\\ud83d\\ude00");
        assertThat(ok(body).alerts().getFirst().annotation("summary"))
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd😀");
    }

    @Test
    void a_huge_value_is_cut_and_says_so_and_two_huge_ones_still_differ() throws IOException {
        String start = "x".repeat(9_000);
        String one =
                ok(PLAIN.replace("node-db\"", start + "1\""))
                        .alerts()
                        .getFirst()
                        .label("instance_name");
        String two =
                ok(PLAIN.replace("node-db\"", start + "2\""))
                        .alerts()
                        .getFirst()
                        .label("instance_name");
        assertThat(one).hasSizeLessThan(4_200).contains("… (cut from 9,0").isNotEqualTo(two);
        assertThat(Texts.isCut(one)).isTrue();
        assertThat(Texts.isCut("x".repeat(4_096))).isFalse();
    }

    @Test
    void the_callers_cap_passes_through() {
        InputStream capped = new CappedStream(stream(PLAIN), 100);
        assertThatThrownBy(() -> WebhookParser.parse(MAIN, capped))
                .isInstanceOf(BodyTooLargeException.class);
    }

    @Test
    void ten_thousand_alerts_share_their_common_texts() throws IOException {
        String alerts =
                IntStream.range(0, 10_000)
                        .mapToObj(i ->
                                """
                                {"status":"firing","labels":{"alertname":"HighCpu","instance":"n%d"},
                                "annotations":{"runbook_url":"https://runbooks.example.com/high-cpu"},
                                "startsAt":"2026-11-23T18:37:17.926Z","endsAt":"0001-01-01T00:00:00Z",
                                "generatorURL":"http://prometheus.example.com/graph","fingerprint":"%016x"}
                                """
                                        .formatted(i, i))
                        .collect(Collectors.joining(","));
        Notification told =
                ok(
                        "{\"alerts\":["
                                + alerts
                                + "],\"receiver\":\"frops\",\"version\":\"4\",\"groupKey\":\"k\"}");
        assertThat(told.alerts()).hasSize(10_000);
        Alert first = told.alerts().getFirst();
        Alert last = told.alerts().getLast();
        assertThat(last.label("alertname")).isSameAs(first.label("alertname"));
        assertThat(last.annotation("runbook_url")).isSameAs(first.annotation("runbook_url"));
        assertThat(last.generatorUrl()).isSameAs(first.generatorUrl());
    }

    private static InputStream stream(String body) {
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Notification ok(String body) throws IOException {
        return switch (WebhookParser.parse(MAIN, stream(body))) {
            case Parsed.Ok(Notification notification) -> notification;
            case Parsed.Bad(String message) -> throw new AssertionError(message);
        };
    }

    private static String bad(String body) throws IOException {
        return bad(WebhookParser.parse(MAIN, stream(body)));
    }

    private static String bad(Parsed parsed) {
        return switch (parsed) {
            case Parsed.Ok(Notification notification) ->
                    throw new AssertionError("accepted as " + notification);
            case Parsed.Bad(String message) -> message;
        };
    }
}
