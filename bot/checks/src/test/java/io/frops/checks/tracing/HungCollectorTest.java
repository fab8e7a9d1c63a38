package io.frops.checks.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.world.Bodies;
import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import io.frops.core.testing.TcpProxy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A collector that takes connections and never answers slows nothing down.
class HungCollectorTest {
    private static final Instant START = Instant.parse("2026-11-24T03:00:00Z");
    private static final Pattern DROPPED =
            Pattern.compile("(?m)^frops_tracing_spans_dropped_total (\\S+)$");

    /// The collector's own time-out is 3 s, and a call that waited for it would take as long.
    private static final Duration QUICK = Duration.ofSeconds(2);

    @TempDir Path folder;

    @Test
    void notifications_and_cards_go_on_what_is_lost_is_counted_and_the_end_is_not_held_up()
            throws IOException {
        try (Collector collector = new Collector();
                TcpProxy hung = TcpProxy.to(collector.address())) {
            hung.stall();
            World world =
                    World.start(
                            folder,
                            World.Plan.PLAIN.with(
                                    TwoTraced.tracing("http://127.0.0.1:" + hung.port())));
            try {
                notify(world, "First");
                world.card("INC-1 SEV2 open");
                Eventually.await(
                        "the collector is asked", World.PATIENCE, () -> hung.accepted() > 0);
                assertThat(notify(world, "Second")).isLessThan(QUICK);
                world.card("INC-2 SEV2 open");
                Eventually.await("losses are counted", World.PATIENCE, () -> dropped(world) > 0);
                assertThat(notify(world, "Third")).isLessThan(QUICK);
            } finally {
                long begun = System.nanoTime();
                world.bot().close();
                assertThat(Duration.ofNanos(System.nanoTime() - begun))
                        .as("a second at most for the last traces")
                        .isLessThan(Duration.ofSeconds(4));
                world.slack().close();
            }
            assertThat(collector.spans()).as("the fault").isEmpty();
        }
    }

    private static Duration notify(World world, String group) {
        var answer = world.notify(Bodies.of(group).firing("a1", START).json());
        assertThat(answer.status()).isEqualTo(200);
        return answer.took();
    }

    private static double dropped(World world) {
        Matcher line = DROPPED.matcher(world.http().get("/metrics").body());
        return line.find() ? Double.parseDouble(line.group(1)) : 0;
    }
}
