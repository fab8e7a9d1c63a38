package io.frops.integrations.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/// Walks a listing by its cursor.
final class Pages {
    /// A listing longer than this is a cursor that does not end.
    private static final int MOST = 1_000;

    private Pages() {}

    /// Gives each page to `visit` until it says to stop or the listing ends.
    static void walk(
            SlackCalls calls,
            String method,
            Map<String, String> arguments,
            Predicate<JsonNode> visit) {
        Map<String, String> now = new LinkedHashMap<>(arguments);
        for (int page = 0; page < MOST; page++) {
            JsonNode answer = calls.call(method, now);
            String next = answer.path("response_metadata").path("next_cursor").asText("");
            if (!visit.test(answer) || next.isEmpty()) {
                return;
            }
            now.put("cursor", next);
        }
    }
}
