package io.frops.checks.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.world.Bodies;
import io.frops.checks.world.Http;
import io.frops.checks.world.World;
import io.frops.core.access.CommandId;
import io.frops.core.access.PersonId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsFuzzTest {
    private static final int ROUNDS = 400;

    @Test
    void no_posted_command_breaks_the_bot_and_every_answer_has_words(@TempDir Path folder)
            throws IOException {
        try (Target target = new Target(folder)) {
            World world = target.world();
            Instant start = Instant.parse("2026-11-24T03:00:00Z");
            world.notify(Bodies.of("HighErrorRate").firing("a1", start).json());
            String token =
                    world.bot().tokenFor(new PersonId(World.ANA), new CommandId("for-the-test"));
            Map<String, String> headers = Map.of("Authorization", "Bearer " + token);
            Set<Integer> statuses = new HashSet<>();
            Fuzz fuzz = new Fuzz("commands");
            fuzz.run(
                    ROUNDS,
                    fuzz.mutator(target.nasty())::json,
                    body -> {
                        Http.Answer answer = world.http().post("/commands", body, headers);
                        Target.check(answer, "text");
                        assertThat(answer.body()).doesNotContain(token);
                        statuses.add(answer.status());
                    });
            target.checkAfterwards();
            assertThat(statuses).contains(200, 400, 404);
        }
    }
}
