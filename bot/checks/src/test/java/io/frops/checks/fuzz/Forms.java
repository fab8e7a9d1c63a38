package io.frops.checks.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Mutants of form posts, as Slack sends them: fields, one of which may be JSON.
record Forms(Mutator mutator) {
    byte[] mutate(byte[] given) {
        if (mutator.random().nextInt(8) == 0) {
            return mutator.text(given);
        }
        Map<String, String> fields = fields(new String(given, UTF_8));
        if (fields.isEmpty()) {
            return mutator.text(given);
        }
        List<String> names = new ArrayList<>(fields.keySet());
        // What people write is the most interesting.
        String name =
                fields.containsKey("text") && mutator.random().nextInt(3) > 0
                        ? "text"
                        : names.get(mutator.random().nextInt(names.size()));
        String value = fields.getOrDefault(name, "");
        if (value.startsWith("{")) {
            fields.put(name, new String(mutator.json(value.getBytes(UTF_8)), UTF_8));
        } else if (mutator.random().nextInt(8) == 0) {
            fields.remove(name);
        } else {
            fields.put(name, mutator.value(value));
        }
        return form(fields).getBytes(UTF_8);
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : form.strip().split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                try {
                    fields.put(
                            URLDecoder.decode(pair.substring(0, equals), UTF_8),
                            URLDecoder.decode(pair.substring(equals + 1), UTF_8));
                } catch (IllegalArgumentException _) {
                    return Map.of();
                }
            }
        }
        return fields;
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(e ->
                        URLEncoder.encode(e.getKey(), UTF_8)
                                + "="
                                + URLEncoder.encode(e.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
