package io.frops.sandbox.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Slack's public method reference, for the methods that are simulated.
final class Catalogue {
    /// Errors that every method may answer with.
    private static final Set<String> COMMON =
            Set.of(
                    "account_inactive",
                    "fatal_error",
                    "internal_error",
                    "invalid_arguments",
                    "invalid_auth",
                    "invalid_form_data",
                    "json_not_object",
                    "invalid_json",
                    "missing_scope",
                    "no_permission",
                    "not_allowed_token_type",
                    "not_authed",
                    "ratelimited",
                    "request_timeout",
                    "service_unavailable",
                    "token_expired",
                    "token_revoked",
                    "access_denied",
                    "team_access_not_granted");

    private final Map<String, Method> methods = new LinkedHashMap<>();

    /// @param scopes any one of them is enough
    /// @param tier `t1` to `t5`
    /// @param json whether the method takes a JSON body
    record Method(
            String name,
            Set<String> scopes,
            String tier,
            boolean json,
            Set<String> args,
            List<String> required,
            Set<String> errors) {
        boolean mayAnswer(String code) {
            return COMMON.contains(code) || errors.contains(code);
        }
    }

    Catalogue() {
        try (InputStream in =
                Catalogue.class.getResourceAsStream("/io/frops/sandbox/slack/methods.json")) {
            if (in == null) {
                throw new IllegalStateException("methods.json is missing from the jar");
            }
            new ObjectMapper()
                    .readTree(in)
                    .properties()
                    .forEach(e -> methods.put(e.getKey(), method(e.getKey(), e.getValue())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Method method(String name, JsonNode json) {
        return new Method(
                name,
                strings(json.path("scopes")),
                json.path("tier").asText(),
                json.path("json").asBoolean(),
                strings(json.path("args")),
                List.copyOf(strings(json.path("required"))),
                strings(json.path("errors")));
    }

    private static Set<String> strings(JsonNode array) {
        Set<String> all = new LinkedHashSet<>();
        array.forEach(item -> all.add(item.asText()));
        return all;
    }

    Optional<Method> find(String name) {
        return Optional.ofNullable(methods.get(name));
    }

    Set<String> names() {
        return Set.copyOf(methods.keySet());
    }
}
