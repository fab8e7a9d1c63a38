package io.frops.sandbox.alertmanager;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One request.
///
/// @param contentType empty when the caller sent none
record Call(
        String method,
        String path,
        Map<String, List<String>> query,
        String contentType,
        String body) {
    /// As much as one group of 10,000 alerts takes, several times over.
    private static final int MAX_BODY = 32 << 20;

    /// What Go's parser of query parameters takes for yes; everything else is no.
    private static final Set<String> YES =
            Set.of("true", "1", "yes", "ok", "y", "on", "selected", "checked", "t", "enabled");

    static Call of(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            throw Refusal.schema(413, 413, "the body is larger than " + MAX_BODY + " bytes");
        }
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        String method = exchange.getRequestMethod();
        return new Call(
                method.equals("HEAD") ? "GET" : method,
                exchange.getRequestURI().getPath(),
                query(exchange.getRequestURI().getRawQuery()),
                type == null ? "" : type,
                new String(body, StandardCharsets.UTF_8));
    }

    private static Map<String, List<String>> query(@Nullable String raw) {
        Map<String, List<String>> query = new HashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                query.computeIfAbsent(decoded(name), _ -> new ArrayList<>()).add(decoded(value));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    List<String> all(String parameter) {
        return query.getOrDefault(parameter, List.of());
    }

    Optional<String> one(String parameter) {
        return all(parameter).stream().findFirst();
    }

    /// A switch that is on unless the caller turns it off.
    boolean wants(String parameter) {
        return one(parameter).map(YES::contains).orElse(true);
    }

    List<Matcher> filters() {
        return all("filter").stream().map(Matcher::parse).toList();
    }

    Optional<Pattern> receiver() {
        return one("receiver")
                .map(text -> Matcher.compile(400, "failed to parse receiver param: ", text));
    }

    /// The body, which must be declared to be JSON.
    String json() {
        String type = contentType.split(";", -1)[0].strip();
        if (!type.equals("application/json")) {
            throw Refusal.schema(
                    415,
                    415,
                    "unsupported media type \"" + type + "\", only [application/json] are allowed");
        }
        return body;
    }
}
