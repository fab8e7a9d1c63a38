package io.frops.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubstitutionTest {
    private static final Environment ENVIRONMENT =
            new Environment(
                    Map.of("A", "1", "EMPTY", "", "DOLLAR", "$\\${A}"),
                    List.of(new Variable("KNOWN", "", "somewhere", "example")));

    @ParameterizedTest
    @CsvSource({
        "plain,              plain",
        "${A},               1",
        "x${A}y${A}z,        x1y1z",
        "${B:-two},          two",
        "${EMPTY:-two},      two",
        "${A:-two},          1",
        "${B:-$A},           $A",
        "$A,                 $A",
        "$$,                 $",
        "$${A},              ${A}",
        "$$$${A},            $${A}",
        "${DOLLAR},          $\\${A}",
        "100%$,              100%$",
    })
    void a_value_is_replaced_once_and_only_where_it_says_so(String raw, String expected) {
        Substitution value = Substitution.of(raw, ENVIRONMENT);

        assertThat(value.text()).isEqualTo(expected);
        assertThat(value.unset()).isEmpty();
        assertThat(value.unclosed()).isFalse();
    }

    @Test
    void every_variable_that_is_not_set_is_named() {
        Substitution value = Substitution.of("${NONE}-${EMPTY}-${KNOWN}", ENVIRONMENT);

        assertThat(value.unset()).containsExactly("NONE", "EMPTY", "KNOWN");
        assertThat(value.text()).isEqualTo("--example");
    }

    @ParameterizedTest
    @CsvSource({"${A", "${}", "${A-B}", "${1A}", "${A:default}"})
    void what_only_looks_like_a_variable_is_noticed(String raw) {
        assertThat(Substitution.of(raw, ENVIRONMENT).unclosed()).isTrue();
    }
}
