package io.frops.sandbox.slack.http;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A Jetty on 127.0.0.1 alone: platform threads accept, a virtual thread serves each request. A
/// request whose Host is not this machine is refused, so that no foreign page reaches it by a
/// rebound name.
public final class LoopbackServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LoopbackServer.class);

    private final Server server;
    private final ServerConnector connector;

    /// @param port 0 takes a free one
    /// @param sockets paths that are upgraded to WebSockets
    public LoopbackServer(
            int port, Consumer<Exchange> routes, Consumer<ServerWebSocketContainer> sockets) {
        QueuedThreadPool threads = new QueuedThreadPool(16, 4);
        threads.setName("slack-sim");
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(
                VirtualThreads.getNamedVirtualThreadsExecutor("slack-sim-"));
        server = new Server(threads);
        server.setStopTimeout(0);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(16 * 1024);
        connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        // A call that is made to hang must hang until the caller gives up.
        connector.setIdleTimeout(600_000);
        server.addConnector(connector);
        WebSocketUpgradeHandler upgrades = WebSocketUpgradeHandler.from(server, sockets);
        upgrades.setHandler(new Routed(routes));
        server.setHandler(new Here(upgrades));
    }

    public void start() {
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(
                    "The simulated Slack cannot listen on 127.0.0.1:"
                            + connector.getPort()
                            + "; choose another port, or 0 for a free one",
                    e);
        }
    }

    /// `http://127.0.0.1:PORT`, once started.
    public URI address() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("The simulated Slack did not stop cleanly", e);
        }
    }

    /// Nobody but who asks this machine by its own name.
    private static final class Here extends Handler.Wrapper {
        private static final List<String> NAMES = List.of("127.0.0.1", "localhost", "[::1]");

        Here(Handler inner) {
            super(inner);
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
            if (local(request.getHeaders().get("Host"))) {
                return super.handle(request, response, callback);
            }
            new Exchange(request, response)
                    .send(403, "text/plain", "This server answers on this machine only.");
            callback.succeeded();
            return true;
        }

        private static boolean local(@Nullable String host) {
            if (host == null) {
                return false;
            }
            int colon = host.lastIndexOf(':');
            boolean port = colon > host.lastIndexOf(']') && colon >= 0;
            return NAMES.contains(port ? host.substring(0, colon) : host);
        }
    }

    private static final class Routed extends Handler.Abstract {
        private final Consumer<Exchange> routes;

        Routed(Consumer<Exchange> routes) {
            this.routes = routes;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            Exchange exchange = new Exchange(request, response);
            try {
                routes.accept(exchange);
                callback.succeeded();
            } catch (Exchange.TooLarge _) {
                exchange.send(413, "text/plain", "The body is too large.");
                callback.succeeded();
            } catch (RuntimeException e) {
                failed(request, e);
                callback.failed(e);
            }
            return true;
        }

        private static void failed(Request request, RuntimeException e) {
            if (!(e instanceof Exchange.Cut) && !(e instanceof java.io.UncheckedIOException)) {
                LOG.error(
                        "{} {} failed", request.getMethod(), Request.getPathInContext(request), e);
            }
        }
    }
}
