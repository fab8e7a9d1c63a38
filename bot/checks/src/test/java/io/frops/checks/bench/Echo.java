package io.frops.checks.bench;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.jakarta_servlet.SlackAppServlet;
import com.slack.api.bolt.middleware.builtin.RequestVerification;
import io.frops.checks.world.World;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// A bare Bolt that checks the signature and answers a command with its own words.
final class Echo implements AutoCloseable {
    private final Server server;
    private final ServerConnector connector;

    Echo() throws Exception {
        SlackConfig slack = new SlackConfig();
        slack.setStatsEnabled(false);
        AppConfig config =
                AppConfig.builder()
                        .slack(Slack.getInstance(slack))
                        .signingSecret(World.SIGNING_SECRET)
                        .build();
        SlackSignature.Verifier verifier =
                new SlackSignature.Verifier(new SlackSignature.Generator(World.SIGNING_SECRET));
        App app = new App(config, List.of(new RequestVerification(verifier)));
        app.command(
                Pattern.compile("(?s).*"),
                (request, context) -> context.ack(request.getPayload().getText()));
        QueuedThreadPool threads = new QueuedThreadPool(16, 4);
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server = new Server(threads);
        connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/", false, false);
        context.addServlet(new ServletHolder(new SlackAppServlet(app)), "/slack/events");
        server.setHandler(context);
        server.start();
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
