package io.frops.sandbox.slack.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.sandbox.slack.workspace.Refusal;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/// Pages of a list, by an opaque cursor that names the first item of the next page.
record Cursor<T>(List<T> items, boolean more, String next) {
    static <T> Cursor<T> page(List<T> all, Call call, int limit, Function<T, String> id) {
        int from = 0;
        String cursor = call.optional("cursor");
        if (cursor != null) {
            String wanted = decode(cursor);
            while (from < all.size() && !id.apply(all.get(from)).equals(wanted)) {
                from++;
            }
            if (from == all.size()) {
                throw new Refusal("invalid_cursor");
            }
        }
        int to = Math.min(all.size(), from + limit);
        boolean more = to < all.size();
        return new Cursor<>(all.subList(from, to), more, more ? encode(id.apply(all.get(to))) : "");
    }

    void describe(ObjectNode answer) {
        answer.putObject("response_metadata").put("next_cursor", next);
    }

    private static String encode(String id) {
        return Base64.getEncoder().encodeToString(("next:" + id).getBytes(UTF_8));
    }

    private static String decode(String cursor) {
        try {
            String text = new String(Base64.getDecoder().decode(cursor), UTF_8);
            if (text.startsWith("next:")) {
                return text.substring("next:".length());
            }
        } catch (IllegalArgumentException _) {
            // Not base64, so not one of ours.
        }
        throw new Refusal("invalid_cursor");
    }
}
