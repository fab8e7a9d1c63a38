package io.frops.checks.why;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.frops.app.cli.Exit;
import io.frops.app.cli.Terminal;
import io.frops.app.replay.ReplayCommand;
import io.frops.checks.world.Bodies;
import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A story through the whole bot: explained step by step, then replayed under other settings.
class WhyAndReplayTest {
    @TempDir Path folder;

    private record Run(Exit exit, String out, String err) {}

    @Test
    void a_story_is_explained_and_replayed() throws IOException {
        try (World world = World.start(folder)) {
            story(world);
            explained(world);
            Run locked = replay(world, changed("severity: {mapping: {warning: SEV2}}"));
            assertThat(locked.exit()).as(locked.err()).isEqualTo(Exit.FAILED);
            assertThat(locked.err()).contains("in use by a running bot", "Stop the bot");
            world.bot().close();
            byte[] before = Files.readAllBytes(store());
            int calls = calls(world);
            replayed(world);
            assertThat(Files.readAllBytes(store())).isEqualTo(before);
            assertThat(calls(world)).isEqualTo(calls);
        }
    }

    /// Fires, is taken, rises, another is merged into it, and it comes to an end.
    private void story(World world) {
        Instant start = world.clock().instant();
        world.notify(
                Bodies.of("HighErrorRate").label("severity", "warning").firing("f1", start).json());
        world.card("INC-1 SEV3");
        world.clock().push(Duration.ofMinutes(1));
        said(world.command(World.CLARA, "ack", "INC-1"));
        world.clock().push(Duration.ofMinutes(1));
        world.notify(
                Bodies.of("HighErrorRate")
                        .label("severity", "critical")
                        .firing("f2", start)
                        .json());
        world.notify(
                Bodies.of("HighLatency").label("severity", "warning").firing("f3", start).json());
        world.card("INC-2 SEV3");
        said(world.command(World.CLARA, "duplicate", "INC-2", "INC-1"));
        Eventually.await(
                "the duplicate counts",
                World.PATIENCE,
                () -> why(world, "INC-1").contains("INC-2 was merged into this one"));
        world.clock().push(Duration.ofMinutes(3));
        said(world.command(World.BEN, "resolve", "INC-1", "--yes"));
        Eventually.await(
                "the duplicate closes with it",
                World.PATIENCE,
                () -> why(world, "INC-2").contains("Closed with INC-1"));
    }

    private void explained(World world) {
        assertThat(why(world, "INC-1"))
                .containsSubsequence(
                        "resolved by",
                        "Notification: source main, receiver",
                        "Identity: group",
                        "SEV3 (Minor) by label severity=warning through the mapping",
                        "Service: backend by label service=backend",
                        "Card posted in",
                        "acknowledged",
                        "Severity raised from SEV3 to SEV2 by label severity=critical",
                        "INC-2 was merged into this one: 1 alert fires",
                        "resolved this although",
                        "By today's configuration",
                        "Channel: #incidents, the default",
                        "level 1 (clara)");
        assertThat(why(world, "INC-2")).contains("merged this into INC-1");
    }

    private void replayed(World world) throws IOException {
        Path same = folder.resolve("frops.yaml");
        Run unchanged = replay(world, same);
        assertThat(unchanged.exit()).as(unchanged.err()).isEqualTo(Exit.DONE);
        assertThat(unchanged.out())
                .startsWith(
                        "Nothing would differ: the 2 incidents of the last 30 d go the same way.")
                .contains("clara  2 -> 2");
        Run graver = replay(world, changed("severity: {mapping: {warning: SEV2, critical: SEV2}}"));
        assertThat(graver.out())
                .startsWith("2 of 2 incidents would differ: INC-1, INC-2.")
                .contains("severity: SEV3, then SEV2 -> SEV2", "severity: SEV3 -> SEV2");
        Path people = changed("");
        Files.writeString(
                people,
                Files.readString(people).replace("name: ben, level: 2}", "name: ben, level: 1}"));
        Run more = replay(world, people);
        assertThat(more.out())
                .startsWith("2 of 2 incidents would differ")
                .contains("called: clara (level 1)", "ben    0 -> 2", "clara  2 -> 2");
        Run none = replay(world, same, "--last", "1m");
        assertThat(none.out()).startsWith("No incident in the last 1 min: nothing to replay.");
        Run broken = replay(world, changed("severity: {mapping: {warning: SEV1}}\nnonsense: 1"));
        assertThat(broken.exit()).isEqualTo(Exit.BAD_CONFIGURATION);
        assertThat(broken.err()).contains("nonsense", "mapping");
        assertThat(replay(world, same, "--lost").exit()).isEqualTo(Exit.USAGE);
    }

    private Path changed(String more) throws IOException {
        Path file = folder.resolve("changed.yaml");
        Files.writeString(file, Files.readString(folder.resolve("frops.yaml")) + more + "\n");
        return file;
    }

    private Run replay(World world, Path config, String... more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(
                        InputStream.nullInputStream(),
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8),
                        Map.of("FROPS_CONFIG", folder.resolve("frops.yaml").toString()),
                        world.clock().withZone(ZoneOffset.UTC),
                        new SecureRandom());
        List<String> words = new java.util.ArrayList<>(List.of("--config", config.toString()));
        words.addAll(List.of(more));
        Exit exit = new ReplayCommand().run(words, terminal);
        return new Run(exit, out.toString(UTF_8), err.toString(UTF_8));
    }

    private static String why(World world, String id) {
        return world.command(World.DAN, "why", id).body();
    }

    private static void said(io.frops.checks.world.Http.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static int calls(World world) {
        return world.slack().calls().all().size();
    }

    private Path store() {
        return folder.resolve("state").resolve("state.mv.db");
    }
}
