package io.frops.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.world.Bodies;
import io.frops.checks.world.Http;
import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import io.frops.sandbox.slack.workspace.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Texts from outside: as long as they like, meant to be something else, or not to be kept.
class ForeignTextTest {
    private static final Instant START = Instant.parse("2026-11-24T03:00:00Z");
    private static final Pattern NUMBERED = Pattern.compile("w\\d{5}");
    private static final int ALERTS = 10;
    private static final int WORDS = 550;

    @TempDir Path folder;

    @Test
    void a_text_too_long_for_one_message_arrives_whole_and_in_order() {
        try (World world = World.start(folder)) {
            Bodies body = Bodies.of("Long").summary(words(ALERTS));
            for (int i = 0; i < ALERTS; i++) {
                body.label("pod", words(i)).firing("a" + i, START);
            }
            assertThat(world.notify(body.json()).status()).isEqualTo(200);
            Eventually.await(
                    "all of it",
                    World.PATIENCE,
                    () -> shown(world).count() >= (long) ALERTS * WORDS);
            assertThat(shown(world).limit((long) ALERTS * WORDS))
                    .containsExactlyElementsOf(numbers(0, ALERTS * WORDS).toList());
            assertThat(replies(world).count()).as("messages that it took").isGreaterThan(2);
            assertThat(world.slack().calls().of("chat.postMessage"))
                    .allSatisfy(call -> assertThat(call.outcome()).isEqualTo("ok"));
        }
    }

    private static String words(int alert) {
        return String.join(" ", numbers(alert * WORDS, (alert + 1) * WORDS).toList());
    }

    private static Stream<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj("w%05d"::formatted);
    }

    private static Stream<Message> replies(World world) {
        return world.slack().thread(World.INCIDENTS, world.card("INC-1").ts()).stream().skip(1);
    }

    /// Numbered words in the replies' blocks; the notification's own text says less.
    private static Stream<String> shown(World world) {
        return replies(world)
                .flatMap(m -> Formatted.texts(m).stream().skip(1))
                .flatMap(t -> NUMBERED.matcher(t).results().map(MatchResult::group));
    }

    @Test
    void labels_cannot_ping_link_or_format() {
        try (World world = World.start(folder)) {
            String evil =
                    "<!channel> <@U0ANA0001> <https://evil.example|click> *bold* `code` &amp;";
            world.notify(
                    Bodies.of("Evil").summary(evil).label("pod", evil).firing("a1", START).json());
            String ts = world.card("INC-1").ts();
            Eventually.await("the thread", World.PATIENCE, () -> replies(world).count() > 0);
            List<String> formatted =
                    world.slack().thread(World.INCIDENTS, ts).stream()
                            .flatMap(m -> Formatted.texts(m).stream())
                            .toList();
            assertThat(formatted).anyMatch(t -> t.contains("evil.example"));
            assertThat(formatted)
                    .noneMatch(t ->
                            t.contains("<!channel>")
                                    || t.contains("<@U0ANA0001> ")
                                    || t.contains("<https://evil")
                                    || t.contains(" *bold*"));
            isLiteral(page(world, ts));
        }
    }

    /// What a browser gets: Slack's own rules made HTML of it.
    private static String page(World world, String ts) {
        return new Http(world.slack().page())
                .get("/?as=" + World.ANA + "&channel=" + World.INCIDENTS + "&thread=" + ts)
                .body()
                .replace("\u2060", "");
    }

    private static void isLiteral(String page) {
        assertThat(page)
                .contains("*bold*")
                .contains("&lt;!channel&gt;")
                .contains("https://evil.example</a>|click&gt;")
                .contains("&amp;amp;")
                .doesNotContain("<strong>bold")
                .doesNotContain("<b>bold")
                .doesNotContain("<code>code</code>")
                .doesNotContain(">click</a>");
    }

    @Test
    void secrets_are_taken_out_before_storing_and_posting() throws IOException {
        String secret = "xoxb-123456789012-abcdefGHIJKL";
        try (ProxiedStore stage = ProxiedStore.start(folder)) {
            World world = stage.world();
            String leak = "login failed: password=hunter22 token " + secret;
            world.notify(
                    Bodies.of("Leak").summary(leak).label("pod", leak).firing("a1", START).json());
            String shown = world.card("INC-1").content().toString();
            assertThat(world.command(World.CLARA, "note", "1", leak).status()).isEqualTo(200);
            assertThat(world.command(World.CLARA, "escalate", "1", "--reason=" + leak).status())
                    .isEqualTo(200);
            assertThat(world.command(World.CLARA, "declare", "SEV3", leak).status()).isEqualTo(200);
            assertThat(shown).doesNotContain(secret, "hunter22").contains("***");
            assertThat(world.command(World.ANA, "incident", "1").body())
                    .doesNotContain(secret, "hunter22");
            List<String> kept = stage.everything();
            assertThat(kept).as("the notes, and what they were").anyMatch(d -> d.contains("***"));
            assertThat(kept).noneMatch(d -> d.contains(secret) || d.contains("hunter22"));
            assertThat(world.slack().calls().all())
                    .noneMatch(c -> c.args().toString().contains("hunter22"));
        }
    }
}
