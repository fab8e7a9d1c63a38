package io.frops.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.world.Bodies;
import io.frops.checks.world.Http;
import io.frops.checks.world.World;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What comes in by the webhook, good and bad.
class IntakeFaultsTest {
    private static final Instant START = Instant.parse("2026-11-24T03:00:00Z");

    private World world;

    @BeforeEach
    void start(@TempDir Path folder) {
        world = World.start(folder);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private String firing() {
        return Bodies.of("HighErrorRate").firing("a1", START).json();
    }

    @Test
    void the_same_notification_twice_is_one_incident_and_two_200() {
        assertThat(world.notify(firing()).status()).isEqualTo(200);
        assertThat(world.notify(firing()).status()).isEqualTo(200);
        world.card("INC-1 SEV2");
        assertThat(world.command(World.DAN, "incidents").json().at("/data/incidents")).hasSize(1);
    }

    @Test
    void a_resolved_before_its_firing_opens_nothing_and_the_late_firing_is_asked_about() {
        String resolved =
                Bodies.of("HighErrorRate").resolved("a1", START, START.plusSeconds(60)).json();
        assertThat(world.notify(resolved).status()).isEqualTo(200);
        assertThat(world.command(World.DAN, "incidents").json().at("/data/incidents")).isEmpty();
        // Nobody can be asked here, so the doubt opens it, and the card says so.
        assertThat(world.notify(firing()).status()).isEqualTo(200);
        assertThat(world.card("INC-1 SEV2").content().toString()).contains("could not be asked");
    }

    @Test
    void a_new_episode_within_the_window_reopens_the_incident() {
        world.notify(firing());
        world.card("INC-1 SEV2");
        world.notify(
                Bodies.of("HighErrorRate").resolved("a1", START, START.plusSeconds(60)).json());
        world.card("INC-1 SEV2 mitigated");
        assertThat(world.command(World.CLARA, "resolve", "1").status()).isEqualTo(200);
        world.card("INC-1 SEV2 resolved");
        world.clock().push(Duration.ofMinutes(20));
        world.notify(Bodies.of("HighErrorRate").firing("a1", START.plusSeconds(600)).json());
        world.card("INC-1 SEV2 open");
        assertThat(world.cards()).hasSize(1);
    }

    @Test
    void a_firing_after_the_window_is_the_next_incident() {
        world.notify(firing());
        world.card("INC-1 SEV2");
        world.notify(
                Bodies.of("HighErrorRate").resolved("a1", START, START.plusSeconds(60)).json());
        world.command(World.CLARA, "resolve", "1");
        world.card("INC-1 SEV2 resolved");
        world.clock().push(Duration.ofMinutes(31));
        world.notify(Bodies.of("HighErrorRate").firing("a1", START.plusSeconds(600)).json());
        world.card("INC-2 SEV2 open");
        assertThat(world.texts()).hasSize(2);
    }

    @Test
    void a_stalled_prometheus_gives_resolved_then_firing_with_one_start_and_it_is_open() {
        world.notify(firing());
        world.card("INC-1 SEV2 open");
        world.notify(
                Bodies.of("HighErrorRate").resolved("a1", START, START.plusSeconds(60)).json());
        world.card("INC-1 SEV2 mitigated");
        world.notify(firing());
        world.card("INC-1 SEV2 open");
        assertThat(world.cards()).hasSize(1);
    }

    @Test
    void truncated_alerts_are_warned_of_on_the_card() {
        world.notify(
                Bodies.of("HighErrorRate").firing("a1", START).field("truncatedAlerts", 7).json());
        assertThat(world.card("INC-1").content().toString())
                .contains("7 more alerts were left out");
    }

    @Test
    void a_wrong_or_missing_token_is_401_before_the_body_is_read() {
        Http.Answer none = world.http().post("/webhooks/alertmanager", firing(), Map.of());
        Http.Answer wrong =
                world.http()
                        .post(
                                "/webhooks/alertmanager",
                                "not even JSON",
                                Map.of("Authorization", "Bearer nope"));
        assertThat(none.status()).isEqualTo(401);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.json().path("remedy").asText()).contains("FROPS_WEBHOOK_TOKEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\": \"4\"",
                "[]",
                "null",
                "not JSON",
                "\"text\"",
                "{\"version\": \"4\", \"groupKey\": \"{}\", \"alerts\": 5}",
                ""
            })
    void bad_json_is_400_with_the_mistake_and_the_remedy(String body) {
        Http.Answer answer = world.notify(body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).isNotBlank();
        assertThat(answer.json().path("remedy").asText()).isNotBlank();
    }

    @Test
    void deep_nesting_is_400() {
        assertThat(world.notify("[".repeat(100_000)).status()).isEqualTo(400);
        String nested = "[".repeat(5000) + "]".repeat(5000);
        Http.Answer answer = world.notify(firing().replaceFirst("\\{", "{\"x\":" + nested + ","));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).contains("nested deeper");
    }

    @Test
    void bad_utf8_is_400() {
        byte[] body = firing().getBytes(StandardCharsets.UTF_8);
        byte[] broken = Arrays.copyOf(body, body.length);
        int at = firing().indexOf("HighErrorRate");
        broken[at] = (byte) 0xC3;
        broken[at + 1] = (byte) 0x28;
        Http.Answer answer =
                world.http()
                        .post(
                                "/webhooks/alertmanager",
                                broken,
                                Map.of("Authorization", "Bearer " + World.WEBHOOK_TOKEN));
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void unknown_fields_are_ignored() {
        String body =
                Bodies.of("HighErrorRate")
                        .firing("a1", START)
                        .field("notification_reason", "new alerts")
                        .field("somethingNew", Map.of("deep", 1))
                        .json();
        assertThat(world.notify(body).status()).isEqualTo(200);
        world.card("INC-1 SEV2");
    }

    @Test
    void a_body_without_version_or_group_key_is_400_with_a_sentence() {
        Http.Answer answer =
                world.notify(
                        Bodies.of("HighErrorRate")
                                .firing("a1", START)
                                .without("version")
                                .without("groupKey")
                                .json());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).contains("payload");
    }

    @Test
    void an_alert_without_any_label_we_know_still_reaches_people() {
        String body =
                Bodies.of("Odd")
                        .label("severity", "purple")
                        .label("service", "")
                        .firing("a1", START)
                        .json();
        assertThat(world.notify(body).status()).isEqualTo(200);
        assertThat(world.card("INC-1 SEV3").content().toString())
                .contains("No severity label fitted");
    }
}
