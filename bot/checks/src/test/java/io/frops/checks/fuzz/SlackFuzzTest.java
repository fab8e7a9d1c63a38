package io.frops.checks.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frops.checks.world.Bodies;
import io.frops.checks.world.Http;
import io.frops.checks.world.SignedSlack;
import io.frops.checks.world.World;
import io.frops.sandbox.slack.blocks.BlockValidator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rightly signed, whatever it is.
class SlackFuzzTest {
    private static final int COMMANDS = 400;
    private static final int PAYLOADS = 500;
    private static final int LONGEST_TEXT = 40_000;

    @Test
    void no_slash_command_breaks_the_bot_and_slack_would_take_every_reply(@TempDir Path folder)
            throws IOException {
        throwAt(folder, "slash", COMMANDS);
    }

    @Test
    void no_press_form_or_event_breaks_the_bot(@TempDir Path folder) throws IOException {
        throwAt(folder, "payloads", PAYLOADS);
    }

    private static void throwAt(Path folder, String corpus, int rounds) throws IOException {
        try (Target target = new Target(folder)) {
            World world = target.world();
            Instant start = Instant.parse("2026-11-24T03:00:00Z");
            world.notify(Bodies.of("HighErrorRate").firing("a1", start).json());
            world.card("INC-1");
            SignedSlack slack = new SignedSlack(world.http(), World.SIGNING_SECRET);
            Fuzz fuzz = new Fuzz(corpus);
            UnaryOperator<byte[]> forms = new Forms(fuzz.mutator(target.nasty()))::mutate;
            fuzz.run(rounds, forms, body -> check(slack.post(body, world.clock().instant())));
            target.checkAfterwards();
        }
    }

    private static void check(Http.Answer answer) {
        Target.check(answer, "error");
        assertThat(answer.status()).isIn(200, 400, 413);
        if (answer.status() == 200 && answer.body().startsWith("{")) {
            taken(answer.json());
        }
    }

    private static void taken(JsonNode reply) {
        if (reply.has("view")) {
            assertThat(BlockValidator.view(reply.path("view"))).isEmpty();
            return;
        }
        JsonNode blocks = reply.get("blocks");
        JsonNode attachments = reply.get("attachments");
        assertThat(BlockValidator.message(blocks, attachments)).as(reply.toString()).isEmpty();
        assertThat(BlockValidator.characters(blocks) + BlockValidator.characters(attachments))
                .isLessThanOrEqualTo(BlockValidator.MOST_CHARACTERS);
        assertThat(reply.path("text").asText().getBytes(UTF_8).length)
                .isLessThanOrEqualTo(LONGEST_TEXT);
    }
}
