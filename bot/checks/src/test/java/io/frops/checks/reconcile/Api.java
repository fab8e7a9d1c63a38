package io.frops.checks.reconcile;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.frops.checks.world.Http;
import io.frops.core.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands between the bot and Alertmanager's API and counts the bot's polls: each asks once since
/// when the program has been up.
final class Api implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Http alertmanager;
    private final HttpServer server;
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();

    Api(URI alertmanager) throws IOException {
        this.alertmanager = new Http(alertmanager);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// How many polls found nobody.
    int unanswered() {
        return unanswered.get();
    }

    /// How many polls were answered.
    int answered() {
        return answered.get();
    }

    /// Waits until so many polls have begun after this call and have been acted on: the next one
    /// begins only then.
    void polls(int count) {
        answers(count + 1);
    }

    /// Waits until so many more polls have been answered.
    void answers(int count) {
        int until = answered.get() + count;
        Eventually.await("poll number " + until, PATIENCE, () -> answered.get() >= until);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean poll = exchange.getRequestURI().getPath().endsWith("/status");
            Http.Answer answer;
            try {
                answer = alertmanager.get(exchange.getRequestURI().toString());
            } catch (UncheckedIOException e) {
                unanswered.addAndGet(poll ? 1 : 0);
                exchange.sendResponseHeaders(502, -1);
                return;
            }
            answered.addAndGet(poll ? 1 : 0);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
