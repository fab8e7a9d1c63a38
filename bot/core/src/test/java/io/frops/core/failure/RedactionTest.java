package io.frops.core.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "password=HUSH",
                "DB_PASSWORD=HUSH",
                "client_secret: HUSH",
                "access_token=HUSH;x",
                "AWS_SECRET_ACCESS_KEY=HUSH",
                "api-key = HUSH",
                "\"token\": \"HUSH with blanks\"",
                "password='HUSH too'",
                "Authorization: Bearer HUSHHUSHHUSH",
                "basic SFVTSDpIVVNI+HUSH",
                "mongodb://user:HUSH@db:27017/x",
                "redis://:HUSH@cache",
                "xoxb-1234-HUSH",
                "frops_HUSHHUSHHUSHHUSHHUSHHUSH",
                "-----BEGIN RSA PRIVATE KEY-----\nHUSH\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nHUSH and then cut off"
            })
    void a_secret_is_taken_out(String text) {
        assertThat(Redaction.of("before " + text + " after"))
                .doesNotContain("HUSH")
                .startsWith("before ");
    }

    @Test
    void what_is_no_secret_stays() {
        String text =
                "CPU at 95% on node-1, see https://runbooks.example.com/tokens?x=1: 5 keys, tokenizer is slow";
        assertThat(Redaction.of(text)).isEqualTo(text);
    }

    @Test
    void a_value_of_a_megabyte_takes_no_time() {
        String hex = "0a1b2c3d4e5f".repeat(80_000);
        String words = "token".repeat(200_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> {
                    assertThat(Redaction.of(hex)).isEqualTo(hex);
                    assertThat(Redaction.of(words)).isEqualTo(words);
                });
    }
}
