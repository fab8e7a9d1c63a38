package io.frops.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.world.Bodies;
import io.frops.checks.world.Http;
import io.frops.checks.world.SignedSlack;
import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is let in by Slack's door, and what their words can do.
class SlackDoorTest {
    private static final String TEAM = "T0SANDBOX";
    private static final Instant START = Instant.parse("2026-11-24T03:00:00Z");

    private World world;
    private SignedSlack slack;

    @BeforeEach
    void start(@TempDir Path folder) {
        world = World.start(folder);
        slack = new SignedSlack(world.http(), World.SIGNING_SECRET);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private String ack() {
        return SignedSlack.command(World.CLARA, TEAM, "ack INC-1");
    }

    private void openIncident() {
        world.notify(Bodies.of("HighErrorRate").firing("a1", START).json());
        world.card("INC-1 SEV2 open");
    }

    private String state() {
        return world.command(World.DAN, "incident", "1").json().at("/data/state").asText();
    }

    @Test
    void a_rightly_signed_command_is_run() {
        openIncident();
        Http.Answer answer = slack.post(ack(), world.clock().instant());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(state()).isEqualTo("acknowledged");
    }

    @Test
    void a_forged_signature_is_401_without_effect() {
        openIncident();
        String now = Long.toString(world.clock().instant().getEpochSecond());
        String forged = new SignedSlack(world.http(), "another secret").signature(ack(), now);
        assertThat(slack.post(ack(), now, forged).status()).isEqualTo(401);
        assertThat(slack.post(ack(), now, "v0=").status()).isEqualTo(401);
        assertThat(slack.post(ack(), "not a number", forged).status()).isEqualTo(401);
        assertThat(state()).isEqualTo("open");
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 302})
    void a_time_stamp_off_by_five_minutes_either_way_is_401(long seconds) {
        openIncident();
        Instant off = world.clock().instant().plusSeconds(seconds);
        assertThat(slack.post(ack(), off).status()).isEqualTo(401);
        assertThat(state()).isEqualTo("open");
    }

    @Test
    void a_replay_within_five_minutes_has_no_second_effect() {
        Instant at = world.clock().instant();
        String declare = SignedSlack.command(World.CLARA, TEAM, "declare SEV3 the door is stuck");
        assertThat(slack.post(declare, at).status()).isEqualTo(200);
        world.card("INC-1 SEV3");
        assertThat(slack.post(declare, at).status()).isEqualTo(200);
        assertThat(world.command(World.DAN, "incidents").json().at("/data/incidents")).hasSize(1);
    }

    @Test
    void a_replay_after_a_restart_has_no_second_effect_either() {
        Instant at = world.clock().instant();
        String declare = SignedSlack.command(World.CLARA, TEAM, "declare SEV3 the door is stuck");
        slack.post(declare, at);
        world.card("INC-1 SEV3");
        world.restartBot();
        new SignedSlack(world.http(), World.SIGNING_SECRET).post(declare, at);
        assertThat(world.command(World.DAN, "incidents").json().at("/data/incidents")).hasSize(1);
    }

    @Test
    void people_of_another_workspace_and_guests_are_denied() {
        openIncident();
        Eventually.await(
                "the bot knows its workspace",
                World.PATIENCE,
                () -> !world.slack().calls().of("auth.test").isEmpty());
        Instant now = world.clock().instant();
        slack.post(SignedSlack.command(World.CLARA, "T0ELSEWHERE", "ack INC-1"), now);
        slack.post(SignedSlack.command("U0EVE0001", TEAM, "ack INC-1"), now.plusSeconds(1));
        slack.post(SignedSlack.command("U0NOBODY1", TEAM, "ack INC-1"), now.plusSeconds(2));
        assertThat(state()).isEqualTo("open");
    }

    @Test
    void a_viewer_is_told_what_is_needed_and_whom_to_ask() {
        openIncident();
        Http.Answer answer =
                slack.post(
                        SignedSlack.command(World.DAN, TEAM, "resolve INC-1"),
                        world.clock().instant());
        assertThat(answer.json().path("response_type").asText()).isEqualTo("ephemeral");
        assertThat(answer.body())
                .contains("You are U0DAN0001 (viewer)")
                .contains("needs responder")
                .contains("<@U0ANA0001>");
        assertThat(state()).isEqualTo("open");
    }

    @Test
    void an_oversize_body_is_413() {
        String body = "payload=" + "a".repeat(3 * 1024 * 1024);
        assertThat(slack.post(body, world.clock().instant()).status()).isEqualTo(413);
    }

    @Test
    void a_broken_payload_is_400() {
        assertThat(slack.post("payload=%7Bnot-json", world.clock().instant()).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "note INC-1 $(touch /tmp/owned)",
                "note INC-1 ; rm -rf /",
                "ack INC-1; resolve INC-1",
                "ack --help INC-1",
                "ack @/etc/passwd",
                "note INC-1 \"unbalanced",
                "incident INC-1' OR '1'='1",
                "declare SEV2 \u201cSmart quotes\u201d \u2014\u2014service=backend"
            })
    void words_are_data_whatever_they_look_like(String text) {
        openIncident();
        Http.Answer answer =
                slack.post(SignedSlack.command(World.CLARA, TEAM, text), world.clock().instant());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("root:").doesNotContain("Exception");
        assertThat(state()).isEqualTo("open");
    }

    @Test
    void a_word_that_names_a_file_stays_a_word(@TempDir Path folder) throws IOException {
        openIncident();
        Path words = Files.writeString(folder.resolve("words"), "INC-1");
        Http.Answer answer =
                slack.post(
                        SignedSlack.command(World.CLARA, TEAM, "ack @" + words),
                        world.clock().instant());
        assertThat(answer.body()).contains("words");
        assertThat(state()).isEqualTo("open");
    }

    @Test
    void the_second_click_is_told_who_was_first_and_changes_nothing() {
        openIncident();
        String ts = world.card("INC-1").ts();
        assertThat(world.slack().as(World.CLARA).press(ts, "ack").ok()).isTrue();
        world.card("INC-1 SEV2 acknowledged");
        slack.post(SignedSlack.command(World.BEN, TEAM, "ack INC-1"), world.clock().instant());
        Http.Answer second =
                slack.post(
                        SignedSlack.command(World.ANA, TEAM, "ack INC-1"),
                        world.clock().instant().plus(Duration.ofSeconds(1)));
        assertThat(second.body()).contains("<@U0CLA0001>").contains("Nothing changed");
    }
}
