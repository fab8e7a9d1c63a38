package io.frops.sandbox.slack.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frops.sandbox.slack.http.Exchange;
import io.frops.sandbox.slack.workspace.Refusal;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a call's arguments: query, form, multipart form of plain fields, or JSON where the method
/// takes it.
final class Arguments {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]+)\"");

    private Arguments() {}

    static void read(Exchange exchange, Catalogue.Method method, ObjectNode args) {
        exchange.queries().forEach(args::put);
        String type = Objects.requireNonNullElse(exchange.header("Content-Type"), "");
        String body = new String(exchange.body(), UTF_8);
        if (type.startsWith("application/json")) {
            if (method.json()) {
                args.setAll(object(body));
                args.remove("token");
            }
        } else if (type.startsWith("multipart/form-data")) {
            multipart(type, body, args);
        } else if (!body.isEmpty()) {
            Exchange.form(body).forEach(args::put);
        }
    }

    private static ObjectNode object(String body) {
        try {
            JsonNode node = JSON.readTree(body.isBlank() ? "{}" : body);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw new Refusal("json_not_object");
        } catch (JsonProcessingException _) {
            throw new Refusal("invalid_json");
        }
    }

    private static void multipart(String type, String body, ObjectNode args) {
        Matcher boundary = BOUNDARY.matcher(type);
        if (!boundary.find()) {
            throw new Refusal("invalid_form_data");
        }
        for (String part : body.split(Pattern.quote("--" + boundary.group(1)), -1)) {
            int blank = part.indexOf("\r\n\r\n");
            Matcher name = NAME.matcher(blank < 0 ? "" : part.substring(0, blank));
            if (name.find()) {
                String value = part.substring(blank + 4);
                args.put(
                        name.group(1),
                        value.endsWith("\r\n") ? value.substring(0, value.length() - 2) : value);
            }
        }
    }
}
