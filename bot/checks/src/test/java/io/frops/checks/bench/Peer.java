package io.frops.checks.bench;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.frops.core.alert.Alert;
import io.frops.core.alert.Notification;
import io.frops.core.alert.SourceName;
import io.frops.integrations.alertmanager.Parsed;
import io.frops.integrations.alertmanager.WebhookParser;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// The least that a durable webhook can be: a bare Jetty of the bot's own kind that reads the same
/// body by the same parser and makes one durable insert in the same store.
final class Peer implements AutoCloseable {
    private static final SourceName SOURCE = new SourceName("main");

    private static final long TIMEOUT_MILLIS = 1500;

    private final MongoClient client;
    private final Server server;
    private final ServerConnector connector;

    Peer(String uri) throws Exception {
        client = MongoClients.create(settings(uri));
        MongoCollection<Document> inserted =
                client.getDatabase("frops")
                        .getCollection("peer")
                        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        QueuedThreadPool threads = new QueuedThreadPool(16, 4);
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server = new Server(threads);
        connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/", false, false);
        context.addServlet(new ServletHolder(new Inserting(inserted)), "/webhooks/alertmanager");
        server.setHandler(context);
        server.start();
    }

    /// As the bot has them.
    private static MongoClientSettings settings(String uri) {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .readConcern(ReadConcern.MAJORITY)
                .timeout(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                .build();
    }

    int port() {
        return connector.getLocalPort();
    }

    private static final class Inserting extends HttpServlet {
        private static final long serialVersionUID = 1L;

        private final transient MongoCollection<Document> inserted;

        Inserting(MongoCollection<Document> inserted) {
            this.inserted = inserted;
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            switch (WebhookParser.parse(SOURCE, request.getInputStream())) {
                case Parsed.Ok(var notification) -> insert(document(notification), response);
                case Parsed.Bad(var message) -> response.sendError(400, message);
            }
        }

        /// What the store does not confirm in time is sent again, as with the bot.
        private void insert(Document document, HttpServletResponse response) throws IOException {
            try {
                inserted.insertOne(document);
                response.setContentType("application/json");
                response.getOutputStream()
                        .write("{\"status\":\"ok\"}".getBytes(StandardCharsets.UTF_8));
            } catch (MongoException e) {
                response.sendError(503, "not confirmed");
            }
        }

        private static Document document(Notification notification) {
            List<Document> alerts =
                    notification.alerts().stream().map(Inserting::document).toList();
            return new Document("receiver", notification.receiver())
                    .append("group", new Document(Map.copyOf(notification.groupLabels())))
                    .append("alerts", alerts);
        }

        private static Document document(Alert alert) {
            return new Document("key", alert.key().toString())
                    .append("labels", new Document(Map.copyOf(alert.labels())))
                    .append("annotations", new Document(Map.copyOf(alert.annotations())))
                    .append("endsAt", String.valueOf(alert.endsAt()))
                    .append("graph", alert.generatorUrl());
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        client.close();
    }
}
