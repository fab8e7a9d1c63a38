package io.frops.sandbox.kubernetes;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a list by `limit` and goes on at `continue`.
final class Pages {
    private static final Pattern TOKEN = Pattern.compile("v1:(\\d{1,9})");

    private Pages() {}

    /// @param filtered whether selectors were given: the API then does not say how many remain
    static Map<String, Object> page(
            String kind,
            String apiVersion,
            String version,
            List<Map<String, Object>> items,
            Map<String, String> query,
            boolean filtered) {
        int from = Math.min(from(query), items.size());
        int limit = limit(query);
        int to = limit == 0 ? items.size() : Math.min(items.size(), from + limit);
        Map<String, Object> metadata = Json.object().with("resourceVersion", version);
        if (to < items.size()) {
            metadata.put("continue", token(to));
            if (!filtered) {
                metadata.put("remainingItemCount", items.size() - to);
            }
        }
        return Json.object()
                .with("kind", kind + "List")
                .with("apiVersion", apiVersion)
                .with("metadata", metadata)
                .with("items", items.subList(from, to));
    }

    private static int limit(Map<String, String> query) {
        String limit = query.getOrDefault("limit", "");
        try {
            return limit.isEmpty() ? 0 : Math.max(0, Integer.parseInt(limit));
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("strconv.ParseInt: parsing \"" + limit + "\": invalid syntax");
        }
    }

    private static int from(Map<String, String> query) {
        String token = query.getOrDefault("continue", "");
        if (token.isEmpty()) {
            return 0;
        }
        Matcher m = TOKEN.matcher(decoded(token));
        if (!m.matches()) {
            throw Refusal.badRequest("invalid continue token: continue key is not valid");
        }
        return Integer.parseInt(m.group(1));
    }

    private static String decoded(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("invalid continue token: continue key is not valid");
        }
    }

    private static String token(int next) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("v1:" + next).getBytes(StandardCharsets.UTF_8));
    }
}
