package io.frops.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    private static final List<String> KNOWN =
            List.of("severity", "bot-token", "port", "by-service");

    @ParameterizedTest
    @CsvSource({
        "botToken, bot-token",
        "BOT_TOKEN, bot-token",
        "SEV1, sev1",
        "apiUrl, api-url",
        "host, host"
    })
    void names_are_written_in_lower_case_with_dashes(String java, String written) {
        assertThat(Words.kebab(java)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "severty, severity",
        "sevreity, severity",
        "botToken, bot-token",
        "prot, port",
        "by_services, by-service"
    })
    void a_slip_is_understood(String wrong, String meant) {
        assertThat(Words.nearest(wrong, KNOWN)).contains(meant);
    }

    @Test
    void another_word_is_not_guessed_at() {
        assertThat(Words.nearest("kubernetes", KNOWN)).isEmpty();
        assertThat(Words.nearest("x", KNOWN)).isEmpty();
        assertThat(Words.nearest("port".repeat(1000), KNOWN)).isEmpty();
    }

    @Test
    void a_swap_of_neighbours_is_one_slip() {
        assertThat(Words.distance("prot", "port")).isEqualTo(1);
        assertThat(Words.distance("", "abc")).isEqualTo(3);
        assertThat(Words.distance("abc", "abd")).isEqualTo(1);
    }
}
