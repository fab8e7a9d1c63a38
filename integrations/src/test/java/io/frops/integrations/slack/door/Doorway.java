package io.frops.integrations.slack.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frops.core.testing.ManualClock;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/// The servlet on a server of its own, and somebody who posts to it as Slack would.
final class Doorway {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "signing-secret";

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client = HttpClient.newHttpClient();
    private final ManualClock clock;

    Doorway(HttpServlet servlet, ManualClock clock) throws Exception {
        this.clock = clock;
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(servlet), "/slack/events");
        server.setHandler(context);
        server.start();
    }

    record Answer(int status, String body) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new AssertionError(body, e);
            }
        }
    }

    int port() {
        return connector.getLocalPort();
    }

    Answer command(String text) {
        return post(commandBody("T1", text));
    }

    static String commandBody(String team, String text) {
        return form(
                Map.of(
                        "command", "/frops",
                        "team_id", team,
                        "channel_id", "C1",
                        "user_id", "U1",
                        "text", text,
                        "response_url", "http://127.0.0.1:1/never",
                        "trigger_id", "trigger-1",
                        "token", "old"));
    }

    Answer payload(String json) {
        return post(form(Map.of("payload", json)));
    }

    Answer post(String body) {
        return post(body.getBytes(UTF_8), clock.instant().getEpochSecond());
    }

    Answer post(byte[] body, long timestamp) {
        return send(body, timestamp, sign(body, timestamp));
    }

    Answer send(byte[] body, long timestamp, String signature) {
        try {
            HttpResponse<String> answer =
                    client.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://127.0.0.1:" + port() + "/slack/events"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .header("X-Slack-Request-Timestamp", String.valueOf(timestamp))
                                    .header("X-Slack-Signature", signature)
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static String sign(byte[] body, long timestamp) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
            mac.update(("v0:" + timestamp + ":").getBytes(UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    void close() throws Exception {
        client.close();
        server.stop();
    }
}
