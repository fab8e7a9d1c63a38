package io.frops.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SettingsTypesTest {
    @Test
    void a_secret_never_prints_itself() {
        var secret = Secret.parse("xoxb-1");

        assertThat(secret)
                .hasToString("***")
                .isEqualTo(Secret.parse("xoxb-1"))
                .isNotEqualTo(Secret.parse("xoxb-2"));
        assertThat("token " + secret).doesNotContain("xoxb");
        assertThat(secret.reveal()).isEqualTo("xoxb-1");
    }

    @Test
    void a_secret_matches_only_the_whole_text() {
        var secret = Secret.parse("abc");

        assertThat(secret.matches("abc")).isTrue();
        assertThat(secret.matches("ab")).isFalse();
        assertThat(secret.matches("abcd")).isFalse();
        assertThat(secret.matches("")).isFalse();
    }

    @Test
    void sizes_are_read_in_steps_of_1024() {
        assertThat(ByteSize.parse("32MiB").bytes()).isEqualTo(32L * 1024 * 1024);
        assertThat(ByteSize.parse("1 gb").bytes()).isEqualTo(1024L * 1024 * 1024);
        assertThat(ByteSize.parse("7B").bytes()).isEqualTo(7);
        assertThat(ByteSize.parse("2KB").bytes()).isEqualTo(2048);
    }

    @Test
    void a_size_without_a_unit_is_refused_with_an_example() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ByteSize.parse("32"))
                .withMessageContaining("32MiB");
        assertThatIllegalArgumentException().isThrownBy(() -> ByteSize.parse("999999999999GiB"));
    }
}
