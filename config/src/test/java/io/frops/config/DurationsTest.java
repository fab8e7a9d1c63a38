package io.frops.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "500ms,   PT0.5S",
        "15m,     PT15M",
        "1h30m,   PT1H30M",
        "1h 30m,  PT1H30M",
        "2d,      PT48H",
        "1m5ms,   PT1M0.005S",
        "0,       PT0S",
        "0m,      PT0S",
        "PT15M,   PT15M",
        "pt1h,    PT1H",
    })
    void both_forms_are_read(String text, Duration expected) {
        assertThat(Durations.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "15", "m", "30m1h", "-5m", "PT-5M", "soon", "99999999999h", "1.5h"})
    void anything_else_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Durations.parse(text));
    }
}
