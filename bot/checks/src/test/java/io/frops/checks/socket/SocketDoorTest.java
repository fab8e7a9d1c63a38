package io.frops.checks.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frops.checks.world.Http;
import io.frops.checks.world.SignedSlack;
import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import io.frops.core.testing.Race;
import io.frops.sandbox.slack.Acting;
import io.frops.sandbox.slack.interact.Deed;
import io.frops.sandbox.slack.socket.Acknowledgement;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who is let in by the socket, and what their words do: as over HTTP.
class SocketDoorTest {
    private World world;

    @BeforeEach
    void start(@TempDir Path folder) {
        world = World.start(folder, World.Plan.PLAIN.bySocket());
        Plugged.in(world);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private Deed frops(String person, String words) {
        return world.slack().as(person).command(World.INCIDENTS, "/frops " + words);
    }

    private int incidents() {
        return world.command(World.DAN, "incidents").json().at("/data/incidents").size();
    }

    @Test
    void a_command_is_run_and_its_answer_comes_with_the_acknowledgement() {
        Plugged.incident(world);
        assertThat(frops(World.CLARA, "ack INC-1").ok()).isTrue();
        assertThat(Plugged.state(world)).isEqualTo("acknowledged");
        assertThat(Plugged.said(world, World.CLARA)).contains("You acknowledged");
    }

    @Test
    void a_press_is_done_when_it_is_acknowledged() {
        String card = Plugged.incident(world).ts();
        assertThat(world.slack().as(World.CLARA).press(card, "ack").ok()).isTrue();
        assertThat(Plugged.state(world)).isEqualTo("acknowledged");
    }

    @Test
    void a_form_opens_keeps_its_mistakes_and_closes_when_it_is_done() {
        Acting clara = world.slack().as(World.CLARA);
        assertThat(clara.command(World.INCIDENTS, "/frops declare").ok()).isTrue();
        Eventually.await("the form", World.PATIENCE, () -> clara.modal().isPresent());
        var mistaken = JsonNodeFactory.instance.objectNode();
        mistaken.put("severity", "SEV3").put("text", "x".repeat(2_000));
        clara.submit(mistaken);
        var values = JsonNodeFactory.instance.objectNode();
        values.put("severity", "SEV3").put("text", "the door is stuck");
        assertThat(clara.submit(values).ok()).isTrue();
        assertThat(clara.modal()).isEmpty();
        world.card("INC-1 SEV3");
    }

    @Test
    void a_mention_in_a_thread_is_heard_once_though_it_is_delivered_again() {
        String card = Plugged.incident(world).ts();
        world.slack().as(World.CLARA).say(World.INCIDENTS, "@frops note the first", card);
        Eventually.await(
                "the mention is acknowledged",
                World.PATIENCE,
                () -> world.slack().sockets().tally().acknowledgements() == 1);
        assertThat(world.slack().sockets().again()).isInstanceOf(Acknowledgement.Given.class);
        Eventually.await("the note", World.PATIENCE, () -> timeline().contains("the first"));
        assertThat(timeline().split("the first", -1)).hasSize(2);
    }

    private String timeline() {
        return world.command(World.DAN, "incident", "1").json().path("text").asText();
    }

    @Test
    void an_envelope_that_comes_again_has_no_second_effect_and_shows_nothing_twice() {
        assertThat(frops(World.CLARA, "declare SEV3 the door is stuck").ok()).isTrue();
        world.card("INC-1 SEV3");
        assertThat(world.slack().sockets().again()).isEqualTo(new Acknowledgement.Given(""));
        assertThat(incidents()).isEqualTo(1);
    }

    @Test
    void an_envelope_that_comes_again_after_a_restart_has_no_second_effect_either() {
        assertThat(frops(World.CLARA, "declare SEV3 the door is stuck").ok()).isTrue();
        world.card("INC-1 SEV3");
        world.restartBot();
        Plugged.in(world);
        assertThat(world.slack().sockets().again()).isInstanceOf(Acknowledgement.Given.class);
        assertThat(incidents()).isEqualTo(1);
    }

    @Test
    void guests_and_people_of_another_workspace_are_denied() {
        Plugged.incident(world);
        Eventually.await(
                "the bot knows its workspace",
                World.PATIENCE,
                () -> !world.slack().calls().of("auth.test").isEmpty());
        int before = world.slack().sockets().tally().acknowledgements();
        frops("U0EVE0001", "ack INC-1");
        frops("U0FAY0001", "ack INC-1");
        assertThat(world.slack().sockets().tally().acknowledgements()).isEqualTo(before + 2);
        assertThat(Plugged.said(world, "U0EVE0001")).contains("guest");
        assertThat(Plugged.said(world, "U0FAY0001")).contains("another workspace");
        assertThat(Plugged.state(world)).isEqualTo("open");
    }

    @Test
    void of_three_racing_acknowledgements_one_wins_and_the_others_are_told_who() {
        Plugged.incident(world);
        List<String> people = List.of(World.ANA, World.BEN, World.CLARA);
        List<String> answers =
                Race.of(
                        people.size(),
                        i -> {
                            frops(people.get(i), "ack INC-1");
                            return Plugged.said(world, people.get(i));
                        });
        assertThat(answers.stream().filter(a -> a.contains("You acknowledged"))).hasSize(1);
        assertThat(answers.stream().filter(a -> a.contains("Nothing changed"))).hasSize(2);
    }

    @Test
    void nothing_is_taken_over_http_meanwhile_however_rightly_signed() {
        Plugged.incident(world);
        Http.Answer answer =
                new SignedSlack(world.http(), World.SIGNING_SECRET)
                        .post(
                                SignedSlack.command(World.CLARA, "T0SANDBOX", "ack INC-1"),
                                world.clock().instant());
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("Socket Mode").contains("SLACK_APP_TOKEN");
        assertThat(Plugged.state(world)).isEqualTo("open");
    }
}
