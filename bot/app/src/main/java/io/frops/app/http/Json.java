package io.frops.app.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes JSON answers.
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static void write(
            HttpServletResponse response, int status, Map<String, ? extends @Nullable Object> body)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(MAPPER.writeValueAsBytes(body));
    }

    /// An error that names the mistake and the remedy.
    static void error(HttpServletResponse response, int status, String mistake, String remedy)
            throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", mistake);
        body.put("remedy", remedy);
        write(response, status, body);
    }

    static ObjectMapper mapper() {
        return MAPPER;
    }
}
