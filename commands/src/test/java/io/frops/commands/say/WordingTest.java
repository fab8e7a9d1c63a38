package io.frops.commands.say;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Times, counts and near misses.
class WordingTest {
    @ParameterizedTest
    @CsvSource({
        "PT59S, less than a minute",
        "PT4M30S, 4 min",
        "PT1H, 1 h",
        "PT1H5M, 1 h 5 min",
        "P3D, 3 d",
        "P1DT2H59M, 1 d 2 h",
    })
    void durations_have_at_most_two_units(Duration duration, String words) {
        assertThat(Times.words(duration)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"PT4M, 4 min ago", "PT2H59M, 2 h ago", "P3DT5H, 3 d ago"})
    void the_past_has_one(Duration duration, String words) {
        Instant now = Instant.parse("2026-03-10T09:00:00Z");
        assertThat(Times.ago(now.minus(duration), now)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"30m, PT30M", "1h, PT1H", "2h30m, PT2H30M", "1 d, P1D", "90MIN, PT90M"})
    void durations_are_read(String written, Duration duration) {
        assertThat(Times.read(written)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0m", "1y", "-1h", "1.5h", "h", "99999999h", "1h;reboot"})
    void other_things_are_not(String written) {
        assertThat(Times.read(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "incidnets, incidents",
        "akc, ack",
        "acknowledge, ack",
        "res, resolve",
        "healt, health",
    })
    void a_typo_finds_its_command(String typo, String meant) {
        assertThat(Nearest.to(typo, List.of("ack", "health", "incident", "incidents", "resolve")))
                .contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "make-coffee", "@/etc/passwd", "$(reboot)"})
    void a_wild_word_finds_none(String word) {
        assertThat(Nearest.to(word, List.of("ack", "health", "incidents", "resolve"))).isEmpty();
    }

    @Test
    void a_long_text_is_cut_between_characters() {
        assertThat(Counts.clipped("ab🦄cd", 4)).isEqualTo("ab…");
        assertThat(Counts.line(" a\n\tb  c ", 10)).isEqualTo("a b c");
    }
}
