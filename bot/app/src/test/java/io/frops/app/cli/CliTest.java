package io.frops.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CliTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Cli cli =
            new Cli(List.of(new Echo("serve", Section.RUN), new Echo("run", Section.ASK)));

    @Test
    void help_lists_each_subcommand_under_its_section() {
        assertThat(run("--help")).isEqualTo(Exit.DONE);
        assertThat(out.toString(UTF_8))
                .containsSubsequence("Run it", "serve", "repeats", "Talk to", "run", "repeats");
    }

    @Test
    void a_bare_call_shows_the_help_as_a_mistake() {
        assertThat(run()).isEqualTo(Exit.USAGE);
        assertThat(out.size()).isZero();
        assertThat(err.toString(UTF_8)).contains("Usage: ./frops COMMAND");
    }

    @Test
    void a_typo_is_answered_with_the_nearest_name() {
        assertThat(run("sevre")).isEqualTo(Exit.USAGE);
        assertThat(err.toString(UTF_8)).contains("no command \"sevre\"", "`./frops serve`");
    }

    @Test
    void a_word_far_from_all_names_is_not_guessed_at() {
        assertThat(run("kubernetes")).isEqualTo(Exit.USAGE);
        assertThat(err.toString(UTF_8)).doesNotContain("Did you mean");
    }

    @Test
    void the_subcommand_gets_the_words_after_its_name() {
        assertThat(run("serve", "--config", "x.yaml")).isEqualTo(Exit.BAD_CONFIGURATION);
        assertThat(out.toString(UTF_8)).isEqualTo("[--config, x.yaml]");
    }

    @Test
    void help_of_one_subcommand_is_its_usage() {
        assertThat(run("serve", "--help")).isEqualTo(Exit.DONE);
        assertThat(run("help", "serve")).isEqualTo(Exit.DONE);
        assertThat(out.toString(UTF_8)).isEqualTo("Usage: echo\nUsage: echo\n");
    }

    @Test
    void words_after_a_double_dash_are_not_taken_for_help() {
        assertThat(run("run", "--", "help", "--help")).isEqualTo(Exit.BAD_CONFIGURATION);
    }

    @Test
    void the_exit_codes_are_those_that_scripts_rely_on() {
        assertThat(Exit.values()).extracting(Exit::code).containsExactly(0, 1, 2, 3, 78);
    }

    private Exit run(String... words) {
        return cli.run(
                List.of(words),
                new Terminal(
                        InputStream.nullInputStream(),
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8),
                        Map.of(),
                        Clock.fixed(Instant.EPOCH, UTC),
                        new Random(1)));
    }

    private record Echo(String name, Section section) implements Subcommand {
        @Override
        public String summary() {
            return "repeats its words";
        }

        @Override
        public String usage() {
            return "Usage: echo\n";
        }

        @Override
        public Exit run(List<String> arguments, Terminal terminal) {
            terminal.out().print(arguments);
            return Exit.BAD_CONFIGURATION;
        }
    }
}
