package io.frops.integrations.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class CappedStreamTest {
    @Test
    void a_body_of_exactly_the_cap_is_read() throws IOException {
        assertThat(capped(10, 10).readAllBytes()).hasSize(10);
    }

    @Test
    void one_byte_more_is_too_large() {
        assertThatThrownBy(() -> capped(11, 10).readAllBytes())
                .isInstanceOfSatisfying(
                        BodyTooLargeException.class, e -> assertThat(e.cap()).isEqualTo(10));
    }

    @Test
    void single_bytes_and_skipped_ones_count() throws IOException {
        InputStream in = capped(11, 10);
        assertThat(in.read()).isZero();
        assertThat(in.skip(9)).isEqualTo(9);
        assertThatThrownBy(in::read).isInstanceOf(BodyTooLargeException.class);
    }

    @Test
    void an_endless_body_ends_at_the_cap() {
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return 'x';
                    }
                };
        InputStream in = new CappedStream(endless, 1 << 20);
        assertThatThrownBy(() -> in.transferTo(java.io.OutputStream.nullOutputStream()))
                .isInstanceOf(BodyTooLargeException.class);
    }

    private static InputStream capped(int size, long cap) {
        return new CappedStream(new ByteArrayInputStream(new byte[size]), cap);
    }
}
