package io.frops.checks.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.world.Http;
import io.frops.checks.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookFuzzTest {
    private static final int ROUNDS = 500;
    private static final Map<String, String> TOKEN =
            Map.of("Authorization", "Bearer " + World.WEBHOOK_TOKEN);

    @Test
    void no_notification_breaks_the_bot_and_every_refusal_names_the_mistake(@TempDir Path folder)
            throws IOException {
        try (Target target = new Target(folder)) {
            Fuzz fuzz = new Fuzz("webhook");
            Mutator mutator = fuzz.mutator(target.nasty());
            int held = fuzz.run(ROUNDS, mutator::json, body -> post(target, body));
            target.checkAfterwards();
            assertThat(held).isPositive();
            assertThat(target.world().texts()).as("some were taken").isNotEmpty();
        }
    }

    private static void post(Target target, byte[] body) {
        Http.Answer answer = target.world().http().post("/webhooks/alertmanager", body, TOKEN);
        Target.check(answer, "error");
        assertThat(answer.status()).isIn(200, 400, 413, 503);
    }
}
