package io.frops.sandbox.slack;

import io.frops.core.testing.ManualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/// A simulated workspace with its bot and a manual clock, and a bare client of its Web API.
final class Slack implements AutoCloseable {
    static final String TOKEN = "xoxb-test";
    static final String SECRET = "a-signing-secret";
    static final String CHANNEL = "C0INCIDENT";
    static final String ANA = "U0ANA0001";
    static final String BEN = "U0BEN0001";

    final ManualClock clock = new ManualClock();
    final TestBot bot = new TestBot();
    final SlackSimulator simulator;

    Slack() {
        this(settings -> settings);
    }

    Slack(UnaryOperator<SlackSettings> change) {
        SlackSettings settings =
                SlackSettings.sandbox(clock, new Random(1), TOKEN, SECRET)
                        .withBot(bot.address())
                        .withPace(fast());
        simulator = new SlackSimulator(change.apply(settings));
    }

    /// Slack's own limits; but a bot that does not answer is given up on sooner.
    static SlackSettings.Pace fast() {
        return new SlackSettings.Pace(
                1,
                Duration.ofSeconds(3),
                Duration.ofMillis(400),
                List.of(Duration.ZERO, Duration.ofMillis(20), Duration.ofMillis(40)));
    }

    /// A Web API call with a JSON body.
    Json call(String method, String body) {
        return Json.parse(send(method, TOKEN, "application/json; charset=utf-8", body).body());
    }

    HttpResponse<String> send(String method, String token, String type, String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(simulator.api().resolve(method))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request.build());
    }

    HttpResponse<String> post(String url, String body) {
        return send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(simulator.page().resolve(path)).build());
    }

    HttpResponse<String> send(HttpRequest request) {
        // A connection each: one that is kept may be closed by a fault just when it is used again.
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// Posts a message with the given blocks (JSON without its array brackets) and returns its
    /// `ts`.
    String card(String blocks) {
        Json answer =
                call(
                        "chat.postMessage",
                        "{\"channel\":\"C0INCIDENT\",\"text\":\"a card\",\"blocks\":["
                                + blocks
                                + "]}");
        if (!answer.ok()) {
            throw new AssertionError(answer.node().toString());
        }
        return answer.text("ts");
    }

    static String actions(String... elements) {
        return "{\"type\":\"actions\",\"block_id\":\"acts\",\"elements\":["
                + String.join(",", elements)
                + "]}";
    }

    static String button(String actionId, String value) {
        return """
        {"type":"button","action_id":"%s","value":"%s","text":{"type":"plain_text","text":"Press"}}\
        """
                .formatted(actionId, value);
    }

    @Override
    public void close() {
        simulator.close();
        bot.close();
    }
}
