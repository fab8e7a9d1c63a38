package io.frops.sandbox.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/// JSON that a test reads by path: `view/title/text`.
record Json(JsonNode node) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Json parse(String text) {
        try {
            return new Json(MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    Json at(String path) {
        return new Json(node.at("/" + path));
    }

    String text(String path) {
        return node.at("/" + path).asText();
    }

    boolean ok() {
        return node.path("ok").asBoolean();
    }

    String error() {
        return node.path("error").asText();
    }

    boolean has(String path) {
        return !node.at("/" + path).isMissingNode();
    }

    int size(String path) {
        return node.at("/" + path).size();
    }
}
