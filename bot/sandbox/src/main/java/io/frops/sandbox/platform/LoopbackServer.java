package io.frops.sandbox.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// A small server on 127.0.0.1, for simulators. It answers only who calls it by that address or as
/// localhost: a web page that rebinds its own name to 127.0.0.1 is turned away.
public final class LoopbackServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService requests;

    private LoopbackServer(HttpServer server, ExecutorService requests) {
        this.server = server;
        this.requests = requests;
    }

    /// @param port 0 takes a free one
    public static LoopbackServer start(int port, HttpHandler handler) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
            ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
            LoopbackServer started = new LoopbackServer(server, requests);
            server.setExecutor(requests);
            server.createContext("/", exchange -> started.checked(exchange, handler));
            server.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port, e);
        }
    }

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    public int port() {
        return server.getAddress().getPort();
    }

    /// The base, without a slash at its end.
    public URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    private void checked(HttpExchange exchange, HttpHandler handler) throws IOException {
        try (exchange) {
            if (isOurs(exchange.getRequestHeaders().getFirst("Host"))) {
                handler.handle(exchange);
            } else {
                reply(exchange, 421, "text/plain", "this server is called 127.0.0.1\n");
            }
        }
    }

    private boolean isOurs(@Nullable String host) {
        return host != null && Set.of("127.0.0.1:" + port(), "localhost:" + port()).contains(host);
    }

    /// Sends a whole answer in UTF-8; nothing of the body for HEAD.
    public static void reply(HttpExchange exchange, int status, String type, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().close();
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        boolean empty = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, empty ? -1 : bytes.length);
        if (!empty) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        requests.shutdownNow();
    }
}
