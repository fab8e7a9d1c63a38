package io.frops.app.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.frops.app.cli.Cli;
import io.frops.app.cli.Exit;
import io.frops.app.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigCheckTest {
    @TempDir Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void the_shipped_file_passes_with_warnings() {
        assertThat(run("config", "check", "../../config/frops.yaml")).isEqualTo(Exit.DONE);
        assertThat(out.toString(UTF_8)).isEqualTo("../../config/frops.yaml: valid, 5 warnings\n");
        assertThat(err.toString(UTF_8))
                .contains(
                        "warning: the environment variable SLACK_BOT_TOKEN is not set (slack.bot-token).");
    }

    @Test
    void mistakes_end_with_78_and_are_all_printed() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("frops.yaml"),
                        "acess: {}\naccess: {admins: [U1]}\ntime-zone: Mars\n");

        assertThat(run("config", "check", file.toString())).isEqualTo(Exit.BAD_CONFIGURATION);
        assertThat(err.toString(UTF_8))
                .contains(file + ":1:1: unknown key \"acess\". Did you mean \"access\"?")
                .contains(file + ":3:12: time-zone: \"Mars\" must be a time zone");
        assertThat(out.toString(UTF_8)).contains("mistakes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{endpoint: 'ftp://collector'} | endpoint: must begin with http:// or https://",
                "{endpoint: 'http://user:secret@collector'} | endpoint: must be an address without user",
                "{endpoint: collector} | endpoint",
                "{sample: 2} | sample: must be 0 to 1",
                "{sample: much} | must be a number such as 0.5",
                "{headers: {Host: x}} | headers: hold a name that is no header of one's own",
            })
    void mistakes_of_tracing_are_named(String section, String mistake) throws IOException {
        Path file = Files.writeString(folder.resolve("frops.yaml"), "tracing: " + section + "\n");

        assertThat(run("config", "check", file.toString())).isEqualTo(Exit.BAD_CONFIGURATION);
        assertThat(err.toString(UTF_8)).contains(mistake).doesNotContain("secret@");
    }

    @Test
    void a_missing_file_is_a_mistake_of_the_configuration() {
        assertThat(run("config", "check", folder.resolve("none").toString()))
                .isEqualTo(Exit.BAD_CONFIGURATION);
        assertThat(err.toString(UTF_8)).contains("there is no such file");
    }

    @Test
    void anything_else_is_wrong_usage() {
        assertThat(run("config")).isEqualTo(Exit.USAGE);
        assertThat(run("config", "chekc", "x")).isEqualTo(Exit.USAGE);
        assertThat(run("config", "check")).isEqualTo(Exit.USAGE);
        assertThat(err.toString(UTF_8)).contains("Usage: ./frops config check FILE");
    }

    private Exit run(String... words) {
        return Cli.discovered()
                .run(
                        List.of(words),
                        new Terminal(
                                InputStream.nullInputStream(),
                                new PrintStream(out, true, UTF_8),
                                new PrintStream(err, true, UTF_8),
                                Map.of(),
                                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                                new Random(1)));
    }
}
