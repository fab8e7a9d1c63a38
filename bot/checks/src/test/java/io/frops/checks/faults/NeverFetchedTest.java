package io.frops.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.frops.checks.world.Bodies;
import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Addresses in alerts may point anywhere, inside the network too: they are shown and never
/// fetched.
class NeverFetchedTest {
    @Test
    void addresses_in_alerts_are_never_fetched(@TempDir Path folder) throws IOException {
        AtomicInteger hits = new AtomicInteger();
        HttpServer inside =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        inside.createContext(
                "/",
                exchange -> {
                    hits.incrementAndGet();
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        inside.start();
        try (World world = World.start(folder)) {
            String address = "http://127.0.0.1:" + inside.getAddress().getPort() + "/secret";
            String body =
                    Bodies.of("Inside")
                            .label("instance_url", address)
                            .summary("see " + address)
                            .firing("a1", Instant.parse("2026-11-24T03:00:00Z"))
                            .field("externalURL", address)
                            .json()
                            .replace("http://prometheus.example.com/graph", address);
            assertThat(world.notify(body).status()).isEqualTo(200);
            world.card("INC-1");
            world.command(World.ANA, "incident", "1");
            world.command(World.ANA, "health");
            Eventually.await(
                    "everything was shown",
                    World.PATIENCE,
                    () -> world.http().get("/metrics").body().contains("frops_cards_behind 0.0"));
            assertThat(hits).hasValue(0);
            assertThat(world.slack().calls().of("chat.postMessage"))
                    .as("nor does Slack fetch them for us")
                    .isNotEmpty()
                    .allSatisfy(call ->
                            assertThat(call.args().toString())
                                    .contains("\"unfurl_links\":\"false\"")
                                    .contains("\"unfurl_media\":\"false\""));
        } finally {
            inside.stop(0);
        }
    }
}
