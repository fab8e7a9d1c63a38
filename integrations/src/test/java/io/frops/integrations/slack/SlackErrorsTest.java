package io.frops.integrations.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frops.core.failure.IntegrationException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackErrorsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// The file lists the errors that Slack documents for each method we call.
    @Test
    void every_documented_error_of_every_method_we_call_has_a_kind() throws IOException {
        List<String> unknown = new ArrayList<>();
        try (InputStream in =
                SlackErrorsTest.class.getResourceAsStream("/slack-method-errors.json")) {
            JsonNode methods = JSON.readTree(Objects.requireNonNull(in));
            assertThat(methods.size()).isGreaterThan(10);
            for (JsonNode codes : methods) {
                codes.forEach(code -> {
                    if (!SlackErrors.isKnown(code.asText())) {
                        unknown.add(code.asText());
                    }
                });
            }
        }
        assertThat(unknown).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_auth, DENIED",
        "token_revoked, DENIED",
        "account_inactive, DENIED",
        "missing_scope, DENIED",
        "ratelimited, RATE_LIMITED",
        "channel_not_found, NOT_FOUND",
        "message_not_found, NOT_FOUND",
        "not_in_channel, NOT_USABLE",
        "is_archived, NOT_USABLE",
        "invalid_blocks, INVALID",
        "msg_too_long, INVALID",
        "msg_blocks_too_long, INVALID",
        "fatal_error, UNAVAILABLE",
        "service_unavailable, UNAVAILABLE",
        "request_timeout, UNAVAILABLE",
        "expired_trigger_id, NOT_USABLE",
        "something_new, INVALID",
    })
    void a_code_tells_the_caller_what_to_do(String code, Kind kind) {
        assertThat(SlackErrors.kind(code)).isEqualTo(kind);
    }

    @Test
    void a_missing_scope_is_named_with_the_remedy() throws IOException {
        JsonNode answer =
                JSON.readTree(
                        "{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"chat:write\",\"provided\":\"users:read\"}");
        assertThat(SlackErrors.refused("chat.postMessage", answer))
                .hasMessage(
                        "Slack refused chat.postMessage (missing_scope): the app lacks the scope"
                                + " chat:write. Add it under OAuth & Permissions and reinstall the app");
    }
}
