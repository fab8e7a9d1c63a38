package io.frops.sandbox.alertmanager;

import com.sun.net.httpserver.HttpExchange;
import io.frops.core.testing.Eventually;
import io.frops.sandbox.platform.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Takes notifications and answers as it is told to.
final class Receiver implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final LoopbackServer server = LoopbackServer.start(0, this::take);
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final AtomicInteger status = new AtomicInteger(200);

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
        LoopbackServer.reply(exchange, status.get(), "text/plain", "");
        bodies.add(body);
    }

    URI address() {
        return server.address().resolve("/webhooks/alertmanager");
    }

    void answers(int code) {
        status.set(code);
    }

    List<String> bodies() {
        return List.copyOf(bodies);
    }

    List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    /// Waits until so many bodies came, and gives the last.
    String await(int count) {
        Eventually.await(
                count + " bodies came, not " + bodies.size(), SOON, () -> bodies.size() >= count);
        return bodies.get(count - 1);
    }

    @Override
    public void close() {
        server.close();
    }
}
