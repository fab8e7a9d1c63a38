package io.frops.sandbox.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.frops.core.testing.ManualClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlertmanagerSinkTest {
    private static final Map<String, String> LABELS =
            Map.of("alertname", "HighErrorRate", "service", "backend");
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final ManualClock now = new ManualClock(START);
    private final AtomicInteger status = new AtomicInteger(200);
    private final BlockingQueue<JsonNode> posted = new LinkedBlockingQueue<>();
    private final LoopbackServer alertmanager = LoopbackServer.start(0, this::take);
    private final AlertmanagerSink sink =
            new AlertmanagerSink(alertmanager.address(), now, Duration.ofMillis(50));

    private void take(HttpExchange exchange) throws IOException {
        assertThat(exchange.getRequestURI().getPath()).isEqualTo("/api/v2/alerts");
        posted.add(new ObjectMapper().readTree(exchange.getRequestBody().readAllBytes()));
        LoopbackServer.reply(exchange, status.get(), "application/json", "{}");
    }

    @AfterEach
    void stop() {
        sink.close();
        alertmanager.close();
    }

    @Test
    void an_alert_is_sent_again_and_again_while_it_fires() throws Exception {
        fire();
        for (int i = 0; i < 3; i++) {
            JsonNode alert = next().get(0);
            assertThat(alert.at("/labels/alertname").asText()).isEqualTo("HighErrorRate");
            assertThat(alert.at("/annotations/summary").asText()).isEqualTo("s");
            assertThat(alert.at("/generatorURL").asText()).isEqualTo("http://127.0.0.1/graph");
            assertThat(alert.at("/startsAt").asText()).isEqualTo("2026-03-01T09:00:00Z");
            assertThat(alert.at("/endsAt").asText()).isEqualTo("2026-03-01T10:00:00.200Z");
        }
    }

    @Test
    void a_resolved_alert_is_repeated_with_its_end_and_forgotten_after_a_quarter_of_an_hour()
            throws Exception {
        fire();
        next();
        sink.resolve(LABELS);
        assertThat(ended()).isEqualTo(START.toString());
        now.set(START.plus(Duration.ofMinutes(16)));
        while (posted.poll(200, TimeUnit.MILLISECONDS) != null) {
            // what was still on its way
        }
        assertThat(posted.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void a_refusal_does_not_end_the_sending() throws Exception {
        status.set(503);
        fire();
        next();
        next();
        status.set(200);
        assertThat(next()).hasSize(1);
    }

    private void fire() {
        sink.fire(
                LABELS,
                Map.of("summary", "s"),
                URI.create("http://127.0.0.1/graph"),
                START.minusSeconds(3600));
    }

    /// The end that is told once the resolve has arrived.
    private String ended() throws InterruptedException {
        String end = next().get(0).get("endsAt").asText();
        for (int i = 0; i < 20 && !end.equals(START.toString()); i++) {
            end = next().get(0).get("endsAt").asText();
        }
        return end;
    }

    private JsonNode next() throws InterruptedException {
        return Objects.requireNonNull(posted.poll(10, TimeUnit.SECONDS), "nothing was posted");
    }
}
