package io.frops.checks.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.world.Http;
import io.frops.checks.world.World;
import io.frops.core.notify.Storm;
import io.frops.core.testing.Eventually;
import io.frops.sandbox.slack.api.CallLog;
import io.frops.sandbox.slack.api.Fault;
import io.frops.sandbox.slack.api.Faults;
import io.frops.sandbox.slack.workspace.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A storm through the whole bot, with Slack's own limits.
class StormTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    /// `-Dstorm.groups=10000` is the full size.
    private static final int GROUPS = Integer.getInteger("storm.groups", 1_000);

    @Test
    void thousands_of_groups_at_once_are_one_card_and_slack_never_has_to_refuse(
            @TempDir Path folder) {
        try (World world = World.start(folder)) {
            world.slack().rateLimits(1);
            Flood flood = new Flood(world);
            flood.send(1, GROUPS);
            Message card = flood.card("Storm: " + GROUPS + " new incidents", LONG);
            flood.caughtUp(LONG);
            assertThat(stored(world)).isEqualTo(GROUPS);
            assertThat(card.content().toString()).contains("SEV1 " + GROUPS / 100);
            assertThat(worst(card)).isEqualTo(Math.min(Storm.NAMED, GROUPS / 100));
            assertThat(world.cards()).hasSizeLessThanOrEqualTo(Storm.MOST);
            assertThat(world.slack().calls().all())
                    .extracting(CallLog.Entry::outcome)
                    .doesNotContain("ratelimited", "fault");
            List<CallLog.Entry> updates = flood.calls("chat.update");
            for (int i = 50; i < updates.size(); i++) {
                Instant earlier = updates.get(i - 50).at();
                assertThat(Duration.between(earlier, updates.get(i).at()))
                        .isGreaterThan(Duration.ofSeconds(59));
            }
        }
    }

    private static int stored(World world) {
        return world.command(World.ANA, "incidents").json().at("/data/total").asInt();
    }

    /// How many of those it names are SEV1.
    private static int worst(Message card) {
        return card.content().toString().split("SEV1 open", -1).length - 1;
    }

    @Test
    void a_command_in_a_storm_is_answered_at_once_and_shows_on_its_card(@TempDir Path folder) {
        try (World world = World.start(folder)) {
            world.slack().rateLimits(1);
            Flood flood = new Flood(world);
            flood.send(1, 100);
            flood.card("Storm: 100 new incidents", LONG);
            Http.Answer answer = world.command(World.CLARA, "ack", "INC-77");
            assertThat(answer.json().path("outcome").asText()).isEqualTo("done");
            assertThat(answer.took()).isLessThan(Duration.ofSeconds(1));
            flood.card("1 acknowledged", LONG);
        }
    }

    @Test
    void an_incident_chosen_on_the_storms_card_gets_its_own_card(@TempDir Path folder) {
        try (World world = World.start(folder)) {
            Flood flood = new Flood(world);
            flood.send(1, 200);
            Message card = flood.card("Storm: 200 new incidents", LONG);
            String worst = card.content().text().replaceAll(".*Worst: (INC-\\d+) .*", "$1");
            world.slack().as(World.CLARA).press(card.ts(), "card", "card " + worst);
            world.card(worst + " SEV1");
            flood.card("has its own card", LONG);
            assertThat(world.command(World.CLARA, "card", worst).body()).contains("has its card");
        }
    }

    @Test
    void a_restart_in_the_middle_of_a_storm_goes_on_with_the_same_card(@TempDir Path folder) {
        try (World world = World.start(folder)) {
            Flood flood = new Flood(world);
            flood.send(1, 100);
            flood.card("Storm: ", LONG);
            world.restartBot();
            flood.send(101, 50);
            flood.card("Storm: 150 new incidents", LONG);
            flood.caughtUp(LONG);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "files.getUploadURLExternal, missing_scope",
        "files.completeUploadExternal, channel_not_found"
    })
    void a_list_that_slack_refuses_leaves_the_card_and_is_told_on_it(
            String method, String code, @TempDir Path folder) {
        try (World world = World.start(folder)) {
            world.slack().faults().failNext(method, 1, new Fault.Refuse(code));
            Flood flood = new Flood(world);
            flood.send(1, 60);
            flood.card("Storm: 60 new incidents", LONG);
            world.clock().push(Duration.ofSeconds(11));
            flood.card("Slack did not take the list of all", LONG);
            assertThat(world.slack().faults().hits())
                    .extracting(Faults.Hit::method)
                    .containsExactly(method);
            flood.caughtUp(LONG);
        }
    }

    @Test
    void a_storm_ends_with_a_verdict_a_list_and_cards_for_the_worst(@TempDir Path folder) {
        try (World world = World.start(folder)) {
            Flood flood = new Flood(world);
            flood.send(1, 100);
            flood.card("Storm: 100 new incidents", LONG);
            int before = world.cards().size();
            world.clock().push(Storm.CALM.plusSeconds(5));
            Message card = flood.card("Storm over: 100 incidents, 100 still open", LONG);
            Eventually.await(
                    "cards for the worst",
                    LONG,
                    () -> {
                        // Slack's pace, by the bot's clock.
                        world.clock().push(Duration.ofSeconds(1));
                        return world.cards().size() == before + Storm.HANDED;
                    });
            Eventually.await(
                    "the list",
                    LONG,
                    () ->
                            world.slack().thread(World.INCIDENTS, card.ts()).stream()
                                    .anyMatch(
                                            m -> m.content().text().contains("All 100 incidents")));
        }
    }
}
