package io.frops.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.world.Bodies;
import io.frops.checks.world.SignedSlack;
import io.frops.checks.world.World;
import io.frops.core.testing.Race;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several people press at once.
class RacingClicksTest {
    private static final List<String> PEOPLE = List.of(World.ANA, World.BEN, World.CLARA);

    @Test
    void of_three_racing_acknowledgements_one_wins_and_the_others_are_told_who(
            @TempDir Path folder) {
        try (World world = World.start(folder)) {
            world.notify(
                    Bodies.of("HighErrorRate")
                            .firing("a1", Instant.parse("2026-11-24T03:00:00Z"))
                            .json());
            world.card("INC-1 SEV2 open");
            SignedSlack slack = new SignedSlack(world.http(), World.SIGNING_SECRET);
            List<String> answers =
                    Race.of(
                            PEOPLE.size(),
                            i ->
                                    slack.post(
                                                    SignedSlack.command(
                                                            PEOPLE.get(i),
                                                            "T0SANDBOX",
                                                            "ack INC-1"),
                                                    world.clock().instant())
                                            .body());
            assertThat(answers.stream().filter(a -> a.contains("You acknowledged"))).hasSize(1);
            assertThat(answers.stream().filter(a -> a.contains("Nothing changed"))).hasSize(2);
        }
    }
}
