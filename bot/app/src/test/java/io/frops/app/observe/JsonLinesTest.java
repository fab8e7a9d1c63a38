package io.frops.app.observe;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frops.core.observe.Trace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

class JsonLinesTest {
    private final JsonLines lines = new JsonLines("frops");

    private static LoggingEvent event(String message, @Nullable Throwable thrown) {
        LoggingEvent event =
                new LoggingEvent(
                        "test",
                        ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("test"),
                        Level.WARN,
                        message,
                        thrown,
                        new Object[0]);
        event.setTimeStamp(Instant.parse("2026-11-24T03:00:00.123Z").toEpochMilli());
        return event;
    }

    private JsonNode line(LoggingEvent event) throws IOException {
        String text = new String(lines.encode(event), StandardCharsets.UTF_8);
        assertThat(text).endsWith("\n");
        assertThat(text.strip()).doesNotContain("\n");
        return new ObjectMapper().readTree(text);
    }

    @Test
    void a_line_has_exactly_the_guides_common_fields() throws IOException {
        JsonNode line = line(event("hello", null));
        assertThat(line.fieldNames())
                .toIterable()
                .containsExactly("timestamp", "level", "service", "message", "traceId");
        assertThat(line.path("timestamp").asText()).isEqualTo("2026-11-24T03:00:00.123Z");
        assertThat(line.path("level").asText()).isEqualTo("warn");
    }

    @Test
    void a_requests_fields_are_there_once_and_others_are_left_out() throws IOException {
        LoggingEvent event = event("HTTP request", null);
        event.addKeyValuePair(new KeyValuePair("requestId", "own"));
        event.addKeyValuePair(new KeyValuePair("statusCode", 200));
        event.addKeyValuePair(new KeyValuePair("duration", 12L));
        event.addKeyValuePair(new KeyValuePair("somethingElse", "x"));
        JsonNode line = new Trace("trace", "request", "U1").call(() -> line(event));
        assertThat(line.path("traceId").asText()).isEqualTo("trace");
        assertThat(line.path("requestId").asText()).isEqualTo("own");
        assertThat(line.path("userId").asText()).isEqualTo("U1");
        assertThat(line.path("statusCode").isNumber()).isTrue();
        assertThat(line.path("duration").asLong()).isEqualTo(12);
        assertThat(line.has("somethingElse")).isFalse();
    }

    @Test
    void a_stack_trace_stays_in_the_message_and_secrets_are_taken_out() throws IOException {
        JsonNode line =
                line(
                        event(
                                "call with Bearer abcdef123456 failed",
                                new IllegalStateException(
                                        "password=hunter22 at mongodb://a:b@c/d")));
        assertThat(line.path("message").asText())
                .contains("IllegalStateException")
                .doesNotContain("abcdef123456")
                .doesNotContain("hunter22")
                .doesNotContain("a:b@");
    }
}
