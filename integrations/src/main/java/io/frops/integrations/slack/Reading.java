package io.frops.integrations.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frops.core.failure.IntegrationException.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/// Slack's answers over HTTP.
final class Reading {
    private static final long LONGEST_ANSWER = 16L << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Reading() {}

    static JsonNode json(String method, Response response) throws IOException, HttpTrouble {
        check(method, response);
        ResponseBody body = response.body();
        if (body == null || body.source().request(LONGEST_ANSWER + 1)) {
            throw HttpTrouble.of(response, Kind.UNAVAILABLE, method, "an answer without end");
        }
        try {
            return JSON.readTree(body.bytes());
        } catch (JsonProcessingException _) {
            throw HttpTrouble.of(
                    response, Kind.UNAVAILABLE, method, "the answer was not Slack's JSON");
        }
    }

    static void check(String method, Response response) throws HttpTrouble {
        if (response.code() == 429) {
            throw new HttpTrouble(
                    "429", SlackErrors.rateLimited(method, wait(response.header("Retry-After"))));
        }
        if (!response.isSuccessful()) {
            Kind kind =
                    response.code() >= 400 && response.code() < 500
                            ? Kind.INVALID
                            : Kind.UNAVAILABLE;
            throw HttpTrouble.of(response, kind, method, "Slack answered HTTP " + response.code());
        }
    }

    private static Duration wait(@Nullable String header) {
        try {
            return header == null
                    ? SlackErrors.LEAST_WAIT
                    : Duration.ofSeconds(Math.clamp(Long.parseLong(header.strip()), 1, 3600));
        } catch (NumberFormatException _) {
            return SlackErrors.LEAST_WAIT;
        }
    }

    static Set<String> scopes(Response response) {
        String header = response.header("x-oauth-scopes");
        return header == null || header.isBlank()
                ? Set.of()
                : Set.of(header.strip().split("\\s*,\\s*"));
    }
}
