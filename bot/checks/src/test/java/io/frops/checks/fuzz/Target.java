package io.frops.checks.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.frops.checks.world.Http;
import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// A bot to throw things at, and what must hold whatever it is given.
final class Target implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(3);

    /// What Slack says when a message or a call is malformed: our mistake.
    private static final Set<String> OURS =
            Set.of(
                    "invalid_blocks",
                    "invalid_blocks_format",
                    "invalid_arguments",
                    "invalid_arg_name",
                    "invalid_form_data",
                    "invalid_json",
                    "invalid_metadata_format",
                    "metadata_too_large",
                    "msg_too_long",
                    "msg_blocks_too_long",
                    "too_many_attachments",
                    "no_text",
                    "view_too_large");

    private static final List<String> NEVER =
            List.of(
                    "Exception",
                    "\tat ",
                    "io.frops.",
                    "went wrong",
                    "cannot be shown",
                    "Look into the bot's log",
                    World.WEBHOOK_TOKEN,
                    World.BOT_TOKEN,
                    World.SIGNING_SECRET);

    private final World world;
    private final Path trap;
    private final HttpServer inside;
    private final AtomicInteger fetched = new AtomicInteger();

    Target(Path folder) throws IOException {
        trap = folder.resolve("owned");
        inside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        inside.createContext(
                "/",
                exchange -> {
                    fetched.incrementAndGet();
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        inside.start();
        world = World.start(Files.createDirectory(folder.resolve("bot")));
    }

    World world() {
        return world;
    }

    Nasty nasty() {
        return new Nasty(
                trap.toString(), "http://127.0.0.1:" + inside.getAddress().getPort() + "/secret");
    }

    /// What holds of every answer. A refusal says what is wrong.
    ///
    /// @param word the field of a refusal that names the mistake
    static void check(Http.Answer answer, String word) {
        assertThat(answer.took()).isLessThan(LONGEST);
        assertThat(answer.body()).doesNotContain(NEVER);
        if (answer.status() == 503) {
            assertThat(answer.body()).contains("MongoDB");
            return;
        }
        assertThat(answer.status()).as(answer.body()).isBetween(200, 499);
        if (answer.status() >= 400) {
            assertThat(answer.json().path(word).asText())
                    .as("%s: %s", answer.status(), answer.body())
                    .isNotBlank();
        }
    }

    /// What holds of all that was done meanwhile.
    void checkAfterwards() {
        Eventually.await("the cards follow", World.PATIENCE.multipliedBy(4), this::follows);
        assertThat(world.slack().calls().all())
                .allSatisfy(call -> {
                    assertThat(OURS).as(call.toString()).doesNotContain(call.outcome());
                    assertThat(call.unknown()).as(call.toString()).isEmpty();
                });
        assertThat(world.http().get("/metrics").body()).doesNotContain("outcome=\"failed\"");
        for (String person : List.of(World.ANA, World.CLARA)) {
            assertThat(world.slack().as(person).ephemerals())
                    .allSatisfy(m -> assertThat(m.content().toString()).doesNotContain(NEVER));
        }
        assertThat(world.http().get("/health/live").status()).isEqualTo(200);
        assertThat(trap).as("nothing is executed").doesNotExist();
        assertThat(fetched).as("nothing is fetched").hasValue(0);
    }

    /// Many cards take long at Slack's pace, and nobody waits here.
    private boolean follows() {
        world.clock().push(Duration.ofSeconds(1));
        return world.http().get("/metrics").body().contains("frops_cards_behind 0.0");
    }

    @Override
    public void close() {
        world.close();
        inside.stop(0);
    }
}
