package io.frops.sandbox.slack.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.sandbox.slack.workspace.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One call with its arguments, whichever way they came. Fields of a form are texts; those of JSON
/// have types.
record Call(Catalogue.Method method, ObjectNode args) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Refuses a call that lacks a required argument.
    void required() {
        List<String> missing =
                method.required().stream()
                        .filter(this::missing)
                        .map(a -> "missing required field: " + a)
                        .toList();
        if (!missing.isEmpty()) {
            throw new Refusal("invalid_arguments", missing);
        }
    }

    private boolean missing(String name) {
        JsonNode value = args.path(name);
        return !args.hasNonNull(name) || (value.isTextual() && value.asText().isEmpty());
    }

    String text(String name) {
        return args.path(name).asText("");
    }

    @Nullable String optional(String name) {
        return args.hasNonNull(name) && !text(name).isEmpty() ? text(name) : null;
    }

    boolean flag(String name) {
        String value = text(name);
        return value.equals("true") || value.equals("1");
    }

    /// A count within 1 to `most`; out of range or not a number refuses with `code`.
    int limit(int usual, int most, String code) {
        String given = optional("limit");
        if (given == null) {
            return usual;
        }
        try {
            int limit = Integer.parseInt(given);
            if (limit < 1 || limit > most) {
                throw new Refusal(code);
            }
            return limit;
        } catch (NumberFormatException _) {
            throw new Refusal(code);
        }
    }

    /// A structured argument: JSON itself, or JSON in the text of a form field. Null when absent.
    @Nullable JsonNode json(String name, String malformed) {
        JsonNode value = args.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            return value;
        }
        if (value.asText().isEmpty()) {
            return null;
        }
        try {
            return JSON.readTree(value.asText());
        } catch (JsonProcessingException _) {
            throw new Refusal(malformed);
        }
    }
}
