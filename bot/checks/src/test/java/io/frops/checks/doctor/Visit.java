package io.frops.checks.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frops.app.cli.Exit;
import io.frops.app.cli.Terminal;
import io.frops.app.doctor.DoctorCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One run of `frops doctor`, and what it printed.
record Visit(Exit exit, String out, String err) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// @param clock what the doctor takes for the time
    static Visit of(Path config, InstantSource clock, String... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(
                        InputStream.nullInputStream(),
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8),
                        Map.of(),
                        clock.withZone(ZoneOffset.UTC),
                        new SecureRandom());
        List<String> words = new ArrayList<>(List.of(options));
        words.addAll(List.of("--config", config.toString()));
        Exit exit = new DoctorCommand().run(words, terminal);
        return new Visit(exit, out.toString(UTF_8), err.toString(UTF_8));
    }

    JsonNode json() {
        try {
            return JSON.readTree(out);
        } catch (IOException e) {
            throw new UncheckedIOException(out, e);
        }
    }

    /// The rows with a verdict, each as `system: seen -> remedy`.
    List<String> rows(String verdict) {
        List<String> rows = new ArrayList<>();
        json().path("findings")
                .forEach(f -> {
                    if (f.path("verdict").asText().equals(verdict)) {
                        rows.add(
                                f.path("system").asText()
                                        + ": "
                                        + f.path("seen").asText()
                                        + " -> "
                                        + f.path("remedy").asText());
                    }
                });
        return rows;
    }

    /// Exactly one row fails, with these words in this order, and so the run does.
    void failsOnlyBy(String... words) {
        assertThat(rows("fails")).as(out).hasSize(1);
        assertThat(rows("fails").getFirst()).containsSubsequence(words);
        assertThat(exit).isEqualTo(Exit.FAILED);
    }

    /// Nothing fails, and exactly one row warns with these words in this order.
    void warnsOnlyBy(String... words) {
        assertThat(rows("warning")).as(out).hasSize(1);
        assertThat(rows("warning").getFirst()).containsSubsequence(words);
        assertThat(exit).as(out).isEqualTo(Exit.DONE);
    }
}
