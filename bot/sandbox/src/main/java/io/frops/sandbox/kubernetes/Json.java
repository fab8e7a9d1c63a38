package io.frops.sandbox.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/// Kubernetes objects as ordered maps.
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static Fields object() {
        return new Fields();
    }

    /// An object that keeps its fields' order.
    static final class Fields extends LinkedHashMap<String, Object> {
        private static final long serialVersionUID = 1L;

        Fields with(String key, Object value) {
            put(key, value);
            return this;
        }
    }

    /// As the API writes times: UTC, whole seconds.
    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<?, ?> read(byte[] body) throws java.io.IOException {
        return MAPPER.readValue(body, Map.class);
    }

    /// The value at a dotted path as text; empty when there is none.
    static String at(Map<String, Object> object, String path) {
        Object value = object;
        for (String key : path.split("\\.", -1)) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return value == null ? "" : value.toString();
    }
}
