package io.frops.core.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceparentTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";

    @Test
    void a_header_is_read_and_written_alike() {
        String header = "00-" + TRACE + "-" + SPAN + "-01";
        assertThat(Traceparent.parse(header)).contains(new Traceparent(TRACE, SPAN, true));
        assertThat(Traceparent.parse(header).orElseThrow()).hasToString(header);
    }

    @Test
    void a_later_version_may_say_more() {
        assertThat(Traceparent.parse("01-" + TRACE + "-" + SPAN + "-02-more"))
                .contains(new Traceparent(TRACE, SPAN, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0g"
            })
    void what_is_none_counts_as_not_sent(String header) {
        assertThat(Traceparent.parse(header)).isEmpty();
    }
}
