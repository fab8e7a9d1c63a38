package io.frops.app.http;

import io.frops.core.observe.Arrows;
import io.frops.core.observe.Tracing;
import jakarta.servlet.http.HttpServlet;
import java.util.Map;
import java.util.concurrent.Executors;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The bot's Jetty: a virtual thread for each request, and an end that lets requests finish.
public final class WebServer implements AutoCloseable {
    /// How long a stop waits for requests under way, in milliseconds.
    private static final long GRACE = 10_000;

    private static final long IDLE = 30_000;

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    private final Server server;
    private final ServerConnector connector;

    /// @param port 0 for any free one
    /// @param arrows told of each answer
    /// @param tracing of what is posted here
    public WebServer(
            String host,
            int port,
            Map<String, HttpServlet> servlets,
            Arrows arrows,
            Tracing tracing) {
        QueuedThreadPool threads = new QueuedThreadPool(16, 4);
        threads.setName("http");
        threads.setVirtualThreadsExecutor(
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("request-", 0).factory()));
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE);
        server.addConnector(connector);
        server.setHandler(handler(servlets, arrows, tracing));
        server.setStopTimeout(GRACE);
    }

    private static GracefulHandler handler(
            Map<String, HttpServlet> servlets, Arrows arrows, Tracing tracing) {
        ServletContextHandler context = new ServletContextHandler("/", false, false);
        servlets.forEach((path, servlet) -> {
            ServletHolder holder = new ServletHolder(servlet);
            holder.setAsyncSupported(true);
            context.addServlet(holder, path);
        });
        context.addServlet(new ServletHolder(new NotFoundServlet()), "/");
        context.addFilter(
                new org.eclipse.jetty.ee10.servlet.FilterHolder(new AccessLog(tracing)),
                "/*",
                null);
        context.setErrorHandler(new PlainErrors());
        return new GracefulHandler(new AnswerArrows(context, arrows));
    }

    /// @throws IllegalStateException when the address cannot be taken, naming it
    public void start() {
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(
                    "cannot listen on "
                            + connector.getHost()
                            + ":"
                            + connector.getPort()
                            + ": "
                            + e.getMessage()
                            + ". Choose another server.port",
                    e);
        }
    }

    /// The port in use.
    public int port() {
        return connector.getLocalPort();
    }

    /// Takes no more requests, lets those under way finish, and ends.
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("The HTTP server did not stop cleanly", e);
        }
    }
}
