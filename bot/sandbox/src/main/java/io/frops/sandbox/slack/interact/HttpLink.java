package io.frops.sandbox.slack.interact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Signed posts to the bot's address.
public final class HttpLink implements BotLink, AutoCloseable {
    private final AtomicReference<@Nullable URI> bot;
    private final Signature signature;
    private final InstantSource clock;
    private final Duration patience;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(Duration.ofSeconds(3))
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();

    /// @param bot where to post; null until [#connect]
    /// @param patience how long the bot may take to answer; Slack gives 3 s
    public HttpLink(
            @Nullable URI bot, String signingSecret, InstantSource clock, Duration patience) {
        this.bot = new AtomicReference<>(bot);
        this.signature = new Signature(signingSecret);
        this.clock = clock;
        this.patience = patience;
    }

    public void connect(URI address) {
        bot.set(address);
    }

    @Override
    public BotReply command(Map<String, String> fields) {
        return form(fields);
    }

    @Override
    public BotReply interaction(ObjectNode payload) {
        return form(Map.of("payload", payload.toString()));
    }

    @Override
    public BotReply event(ObjectNode envelope, int retry, String reason) {
        Map<String, String> headers =
                retry == 0
                        ? Map.of()
                        : Map.of(
                                "X-Slack-Retry-Num",
                                Integer.toString(retry),
                                "X-Slack-Retry-Reason",
                                reason);
        return post(envelope.toString(), "application/json", headers);
    }

    private BotReply form(Map<String, String> fields) {
        return post(Payloads.form(fields), "application/x-www-form-urlencoded", Map.of());
    }

    private BotReply post(String body, String type, Map<String, String> headers) {
        URI address = bot.get();
        if (address == null) {
            return new BotReply.Unreachable();
        }
        long now = clock.instant().getEpochSecond();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .timeout(patience)
                        .header("Content-Type", type)
                        .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
                        .header("X-Slack-Request-Timestamp", Long.toString(now))
                        .header("X-Slack-Signature", signature.of(now, body))
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request.build());
    }

    private BotReply send(HttpRequest request) {
        try {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            String type = answer.headers().firstValue("Content-Type").orElse("");
            return new BotReply.Answered(answer.statusCode(), type, answer.body());
        } catch (HttpTimeoutException _) {
            return new BotReply.TimedOut();
        } catch (IOException _) {
            return new BotReply.Unreachable();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new BotReply.Unreachable();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
