package io.frops.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frops.checks.world.Bodies;
import io.frops.checks.world.Http;
import io.frops.checks.world.World;
import io.frops.core.access.CommandId;
import io.frops.core.access.PersonId;
import io.frops.core.testing.Eventually;
import io.frops.core.testing.Trap;
import io.frops.sandbox.slack.Acting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The database hangs with a person's write on its way. Either it never has an effect, however late
/// it arrives, or it had one and the person is told. The trap says which request was caught, and
/// whether the server answered it.
class LateWriteTest {
    private static final Duration SLACKS_PATIENCE = Duration.ofSeconds(3);
    private static final String UNCONFIRMED = "not confirmed";
    private static final String WORDS = "the door is stuck";

    /// Each way by which people change things; with it a text that only its own write holds.
    enum Way {
        CLICK("Acknowledged", "You acknowledged INC-1"),
        COMMAND("Acknowledged", "You acknowledged INC-1"),
        FORM(WORDS, "INC-1 is at level 2"),
        DECLARE(WORDS, "Declared INC-");

        private final String trace;
        private final String told;

        Way(String trace, String told) {
            this.trace = trace;
            this.told = told;
        }
    }

    private ProxiedStore stage;
    private World world;
    private String token = "";

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        stage = ProxiedStore.start(folder);
        world = stage.world();
        String firing =
                Bodies.of("Before").firing("a1", Instant.parse("2026-11-24T03:00:00Z")).json();
        assertThat(world.notify(firing).status()).isEqualTo(200);
        world.card("INC-1 SEV2 open");
        settled();
    }

    @AfterEach
    void stop() throws IOException {
        stage.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_write_that_arrives_late_has_no_effect_that_the_person_was_not_told_of(Way way) {
        Trap trap = unconfirmed(way, Trap.Held.REQUEST);
        assertThat(trap.answered()).as("the write has not arrived").isZero();
        stage.proxy().mend();
        String end = toldAfterAll(way);
        boolean happened = happened(way);
        assertThat(end.contains(way.told)).as("told: %s", end).isEqualTo(happened);

        stage.proxy().release();
        Eventually.await("the late write is answered", World.PATIENCE, () -> trap.answered() > 0);
        settled();
        assertThat(happened(way)).as("the late write had its effect").isEqualTo(happened);
        assertThat(incidents()).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void a_write_whose_answer_was_lost_is_told_of_and_is_not_made_twice(Way way) {
        Trap trap = unconfirmed(way, Trap.Held.REPLY);
        Eventually.await("the write is made", World.PATIENCE, () -> trap.answered() > 0);
        stage.proxy().mend();
        assertThat(toldAfterAll(way)).contains(way.told);
        assertThat(happened(way)).isTrue();
        stage.proxy().release();
        settled();
        assertThat(incidents()).isEqualTo(way == Way.DECLARE ? 2 : 1);
        if (way == Way.FORM) {
            assertThat(world.command(World.DAN, "incident", "1").json().at("/data/level").asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void a_withdrawn_acknowledgement_is_fenced_off() {
        unconfirmed(Way.CLICK, Trap.Held.REQUEST);
        stage.proxy().mend();
        assertThat(toldAfterAll(Way.CLICK)).contains("nothing was changed");
    }

    @Test
    void a_posted_command_is_answered_in_time_and_fenced_off_when_nobody_asks_again() {
        Trap trap = unconfirmedPost(Trap.Held.REQUEST);
        List<String> before = stage.documents("incidents");
        stage.proxy().mend();
        Eventually.await(
                "the fence is written",
                World.PATIENCE,
                () -> !stage.documents("incidents").equals(before));
        stage.proxy().release();
        Eventually.await("the late write is answered", World.PATIENCE, () -> trap.answered() > 0);
        assertThat(happened(Way.COMMAND)).isFalse();
    }

    @Test
    void a_posted_command_whose_answer_was_lost_is_told_of_when_it_is_sent_again() {
        Trap trap = unconfirmedPost(Trap.Held.REPLY);
        Eventually.await("the write is made", World.PATIENCE, () -> trap.answered() > 0);
        stage.proxy().mend();
        Http.Answer again = post();
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("text").asText()).contains("You acknowledged INC-1");
        List<String> events = stage.documents("incidents");
        assertThat(events.getFirst().split("\"Acknowledged\"", -1)).hasSize(2);
    }

    private Trap unconfirmedPost(Trap.Held held) {
        token = world.bot().tokenFor(new PersonId(World.CLARA), new CommandId("for-the-test"));
        Trap trap = stage.proxy().trap("Acknowledged", held);
        Http.Answer answer = post();
        assertThat(trap.isSprung()).as("the write was on its way").isTrue();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.took()).isLessThan(SLACKS_PATIENCE);
        assertThat(answer.json().path("text").asText()).containsIgnoringCase(UNCONFIRMED);
        assertThat(answer.json().at("/data/id").asText()).isEqualTo("once");
        return trap;
    }

    private Http.Answer post() {
        return world.http()
                .post(
                        "/commands",
                        "{\"words\":[\"ack\",\"INC-1\"],\"id\":\"once\"}",
                        Map.of("Authorization", "Bearer " + token));
    }

    /// Does it under a database that hangs from its write on.
    private Trap unconfirmed(Way way, Trap.Held held) {
        if (way == Way.FORM) {
            assertThat(clara().press(world.card("INC-1").ts(), "escalate").ok()).isTrue();
            Eventually.await("the form", World.PATIENCE, () -> clara().modal().isPresent());
        }
        Trap trap = stage.proxy().trap(way.trace, held);
        long begun = System.nanoTime();
        assertThat(act(way)).isTrue();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(took).isLessThan(SLACKS_PATIENCE);
        Eventually.await(
                "it is told that it is not confirmed",
                World.PATIENCE,
                () -> words().anyMatch(w -> w.contains(UNCONFIRMED)));
        assertThat(trap.isSprung()).as("the write was on its way").isTrue();
        return trap;
    }

    private boolean act(Way way) {
        return switch (way) {
            case CLICK -> clara().press(world.card("INC-1").ts(), "ack").ok();
            case COMMAND -> clara().command(World.INCIDENTS, "/frops ack INC-1").ok();
            case FORM -> clara().submit(reason()).ok();
            case DECLARE ->
                    clara().command(World.INCIDENTS, "/frops declare SEV3 \"" + WORDS + "\"").ok();
        };
    }

    private static JsonNode reason() {
        return JsonNodeFactory.instance.objectNode().put("reason", WORDS);
    }

    private boolean happened(Way way) {
        JsonNode first = world.command(World.DAN, "incident", "1").json();
        return switch (way) {
            case CLICK, COMMAND -> first.at("/data/state").asText().equals("acknowledged");
            case FORM -> first.at("/data/level").asInt() > 1;
            case DECLARE -> incidents() > 1;
        };
    }

    private int incidents() {
        return world.command(World.DAN, "incidents").json().at("/data/incidents").size();
    }

    /// What the person hears once the database is back, which is not that it is unconfirmed.
    private String toldAfterAll(Way way) {
        Eventually.await(
                "the truth about " + way + ", there is " + words().toList(),
                World.PATIENCE,
                () -> truths().findAny().isPresent());
        return truths().reduce((_, last) -> last).orElseThrow();
    }

    private Stream<String> truths() {
        return words().filter(w -> !w.contains(UNCONFIRMED));
    }

    private Stream<String> words() {
        Stream<String> whispers = clara().ephemerals().stream().map(m -> m.content().text());
        Stream<String> mistakes =
                clara().modal().stream().flatMap(v -> v.errors().values().stream());
        return Stream.concat(whispers, mistakes);
    }

    private Acting clara() {
        return world.slack().as(World.CLARA);
    }

    private void settled() {
        Eventually.await(
                "no card lags",
                World.PATIENCE,
                () -> world.http().get("/metrics").body().contains("frops_cards_behind 0.0"));
    }
}
