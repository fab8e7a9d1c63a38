package io.frops.checks.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frops.checks.real.Child;
import io.frops.checks.world.Http;
import io.frops.core.testing.Eventually;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A whole sandbox in a process of its own, to be killed.
final class SandboxProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Child child;
    private final JsonNode description;

    private SandboxProcess(Child child, JsonNode description) {
        this.child = child;
        this.description = description;
    }

    static SandboxProcess start(Path folder) throws IOException {
        Path data = folder.resolve("data");
        Path description = data.resolve("sandbox.json");
        Files.deleteIfExists(description);
        Child child =
                Child.start(
                        "sandbox",
                        folder,
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "io.frops.app.Main",
                                "sandbox",
                                "--data",
                                data.toString()));
        Eventually.await(
                "the sandbox is up", START, () -> Files.exists(description) || !child.runs());
        if (!child.runs()) {
            throw new AssertionError("the sandbox ended: " + child.log());
        }
        return new SandboxProcess(child, JSON.readTree(description.toFile()));
    }

    Http.Answer notify(String body) {
        return bot().post(
                        "/webhooks/alertmanager",
                        body,
                        Map.of(
                                "Authorization",
                                "Bearer " + description.path("webhookToken").asText()));
    }

    Http.Answer command(String person, String words) {
        String token = "";
        for (JsonNode one : description.path("people")) {
            token = one.path("name").asText().equals(person) ? one.path("token").asText() : token;
        }
        return bot().post(
                        "/commands",
                        "{\"words\":" + words + "}",
                        Map.of("Authorization", "Bearer " + token));
    }

    /// The texts of the bot's messages in #incidents.
    List<String> cards() {
        Http slack = new Http(URI.create(description.at("/slack/api").asText()));
        Http.Answer answer =
                slack.post(
                        "conversations.history",
                        "channel=C0INCIDENT&limit=200",
                        Map.of(
                                "Authorization",
                                "Bearer " + description.at("/slack/botToken").asText(),
                                "Content-Type",
                                "application/x-www-form-urlencoded"));
        return answer.json().path("messages").findValuesAsText("text").stream()
                .filter(t -> t.startsWith("INC-"))
                .toList();
    }

    /// Whether no card lags. Asked of the bot, since questions to Slack count against the bot's own
    /// limits there.
    boolean cardsFollowed() {
        return bot().get("/metrics").body().contains("frops_cards_behind 0.0");
    }

    private Http bot() {
        return new Http(URI.create(description.path("bot").asText() + "/"));
    }

    /// SIGKILL.
    void kill() {
        child.kill();
    }

    boolean runs() {
        return child.runs();
    }

    @Override
    public void close() {
        child.close();
    }
}
