package io.frops.app.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// `GET /health/live`: the process answers. `GET /health/ready`: it can make a notification durable
/// and is not ending.
public final class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Supplier<Optional<String>> trouble;

    /// @param trouble one safe sentence of what stands in the way of readiness; empty when ready
    public HealthServlet(Supplier<Optional<String>> trouble) {
        this.trouble = trouble;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String what = String.valueOf(request.getPathInfo());
        switch (what) {
            case "/live" -> Json.write(response, 200, Map.of("status", "live"));
            case "/ready" -> ready(response);
            default ->
                    Json.error(
                            response,
                            404,
                            "There is no " + what + ".",
                            "Ask /health/live or /health/ready.");
        }
    }

    private void ready(HttpServletResponse response) throws IOException {
        Optional<String> why = trouble.get();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", why.isEmpty() ? "ready" : "not ready");
        why.ifPresent(w -> body.put("why", w));
        Json.write(response, why.isEmpty() ? 200 : 503, body);
    }
}
