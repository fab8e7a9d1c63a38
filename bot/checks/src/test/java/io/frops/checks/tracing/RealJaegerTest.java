package io.frops.checks.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.frops.checks.world.Bodies;
import io.frops.checks.world.Http;
import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same as a real Jaeger shows it: `FROPS_TEST_JAEGER_URL` is its query API,
/// `FROPS_TEST_OTLP_ENDPOINT` where it takes OTLP over HTTP.
class RealJaegerTest {
    private static final String VARIABLE = "FROPS_TEST_JAEGER_URL";
    private static final String OTLP = "FROPS_TEST_OTLP_ENDPOINT";
    private static final Instant START = Instant.parse("2026-11-24T03:00:00Z");

    @Test
    void one_trace_has_webhook_decide_write_and_card_in_this_order(@TempDir Path folder)
            throws IOException {
        String url = System.getenv(VARIABLE);
        String endpoint = System.getenv(OTLP);
        assumeTrue(
                url != null && endpoint != null,
                VARIABLE
                        + " or "
                        + OTLP
                        + " is unset, so that it is unproven that a real Jaeger shows one trace. Set"
                        + " them to its query API and its OTLP address over HTTP");
        byte[] id = new byte[16];
        new SecureRandom().nextBytes(id);
        String trace = HexFormat.of().formatHex(id);
        Http jaeger = new Http(URI.create(url));
        try (TwoTraced bots = new TwoTraced(folder, endpoint)) {
            bots.notify(
                    Bodies.of("HighErrorRate").firing("a1", START).json(),
                    "00-" + trace + "-b7ad6b7169203331-01");
            bots.world().card("INC-1 SEV2 open");
            Eventually.await(
                    "Jaeger has the card's span",
                    World.PATIENCE,
                    () -> spans(jaeger, trace).containsKey("card"));
        }
        Map<String, JsonNode> spans = spans(jaeger, trace);
        String webhook = "POST /webhooks/alertmanager";
        assertThat(parent(spans, "decide")).isEqualTo(id(spans, webhook));
        assertThat(parent(spans, "write")).isEqualTo(id(spans, webhook));
        assertThat(parent(spans, "card")).isEqualTo(id(spans, "write"));
        assertThat(spans.keySet()).containsSubsequence(webhook, "decide", "write", "card");
    }

    /// The first span of each name, in the order of their beginnings.
    private static Map<String, JsonNode> spans(Http jaeger, String trace) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        JsonNode data = jaeger.get("/api/traces/" + trace).json().path("data");
        assertThat(data.size()).as("one trace").isLessThan(2);
        StreamSupport.stream(data.path(0).path("spans").spliterator(), false)
                .sorted(java.util.Comparator.comparingLong(s -> s.path("startTime").asLong()))
                .forEach(s -> all.putIfAbsent(s.path("operationName").asText(), s));
        return all;
    }

    private static String id(Map<String, JsonNode> spans, String name) {
        return span(spans, name).path("spanID").asText();
    }

    private static String parent(Map<String, JsonNode> spans, String name) {
        return span(spans, name).path("references").path(0).path("spanID").asText();
    }

    private static JsonNode span(Map<String, JsonNode> spans, String name) {
        return Optional.ofNullable(spans.get(name))
                .orElseThrow(() -> new AssertionError("no span " + name + " in " + spans.keySet()));
    }
}
