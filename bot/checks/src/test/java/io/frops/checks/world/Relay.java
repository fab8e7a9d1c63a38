package io.frops.checks.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Stands between Alertmanager and the bot: its address is known before the bot's, and it can
/// answer 503 for a while.
public final class Relay implements AutoCloseable {
    private final HttpServer server;
    private final AtomicReference<@Nullable Http> target = new AtomicReference<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger passed = new AtomicInteger();
    private volatile boolean refusing;

    public Relay() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public void to(Http bot) {
        target.set(bot);
    }

    public void refuse(boolean now) {
        refusing = now;
    }

    /// How many notifications got 503 from here.
    public int refused() {
        return refused.get();
    }

    /// How many the bot took.
    public int passed() {
        return passed.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Http bot = target.get();
            if (refusing || bot == null) {
                refused.incrementAndGet();
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            String authorization =
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            Http.Answer answer =
                    bot.post(
                            exchange.getRequestURI().getPath(),
                            body,
                            Map.of("Authorization", authorization));
            if (answer.status() == 200) {
                passed.incrementAndGet();
            }
            byte[] told = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), told.length == 0 ? -1 : told.length);
            exchange.getResponseBody().write(told);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
