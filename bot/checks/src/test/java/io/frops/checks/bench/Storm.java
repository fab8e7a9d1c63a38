package io.frops.checks.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.frops.checks.world.Bodies;
import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;

/// 10,000 alerts in one group, or in 10,000 groups: none is lost, memory stays, Slack's limits are
/// kept. What was answered 503 is sent again at the next flush, as Alertmanager does.
final class Storm {
    private static final int FEW = 1_000;
    private static final int MANY = 10_000;
    private static final int POSTERS = 16;
    private static final int FLUSHES = 2;
    private static final double HEAP_TARGET = 1.2;
    private static final Duration FIRST_CARD = Duration.ofSeconds(2);
    private static final Instant START = Instant.parse("2026-11-24T03:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double MEGA = 1 << 20;

    private final Stage stage;
    private final Table table;

    Storm(Stage stage, Table table) {
        this.stage = stage;
        this.table = table;
    }

    void manyGroups() {
        CompletableFuture<Duration> card = card("INC-");
        int flushes = flush(names("Few", FEW));
        long few = heap();
        flushes = Math.max(flushes, flush(names("Many", MANY)));
        long many = heap();
        table.row(
                "10,000 groups of one alert, stored",
                stored() + " incidents after " + flushes + " flushes",
                FEW + MANY + " within 2",
                stored() == FEW + MANY && flushes <= FLUSHES);
        heapRow("10,000 groups, heap beside 1,000", few, many);
        cardRow("10,000 groups, first card", card);
        slackRow("10,000 groups");
    }

    void oneGroup() {
        String small = body("Small", FEW);
        String large = body("Large", MANY);
        try (Wire wire = new Wire(stage.port())) {
            CompletableFuture<Duration> cold = card("INC-1 ");
            int flushes = post(wire, small);
            table.tell(
                    "the bot's very first card, of 1,000 alerts",
                    cold.join().toMillis() + " ms: it has done nothing before");
            quiet();
            long few = heap();
            CompletableFuture<Duration> card = card("INC-2 ");
            flushes = Math.max(flushes, post(wire, large));
            cardRow("one group of 10,000, its card", card);
            quiet();
            long many = heap();
            int stored = alerts("Large");
            table.row(
                    "one group of 10,000 alerts, stored",
                    stored + " alerts after " + flushes + " flushes",
                    MANY + " within 2",
                    stored == MANY && flushes <= FLUSHES);
            heapRow("one group of 10,000, heap beside 1,000", few, many);
        }
        slackRow("one group of 10,000");
    }

    private static List<String> names(String prefix, int many) {
        return IntStream.range(0, many).mapToObj(i -> prefix + i).toList();
    }

    /// @return how many flushes it took until all had got 200
    private int flush(List<String> groups) {
        List<String> left = groups;
        int flushes = 0;
        while (!left.isEmpty()) {
            flushes++;
            left = refused(left);
        }
        return flushes;
    }

    private List<String> refused(List<String> groups) {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<List<String>>> running =
                    IntStream.range(0, POSTERS)
                            .mapToObj(poster ->
                                    CompletableFuture.supplyAsync(
                                            () -> refused(groups, poster), pool))
                            .toList();
            return running.stream().map(CompletableFuture::join).flatMap(List::stream).toList();
        }
    }

    private List<String> refused(List<String> groups, int poster) {
        List<String> mine = new ArrayList<>();
        try (Wire wire = new Wire(stage.port())) {
            for (int i = poster; i < groups.size(); i += POSTERS) {
                String body = Bodies.of(groups.get(i)).firing("f" + i, START).json();
                if (Stage.notify(wire, body).status() != 200) {
                    mine.add(groups.get(i));
                }
            }
        }
        return mine;
    }

    private static String body(String group, int many) {
        Bodies body = Bodies.of(group);
        IntStream.range(0, many).forEach(i -> body.firing("pod-%05d".formatted(i), START));
        return body.json();
    }

    private static int post(Wire wire, String json) {
        int flushes = 1;
        while (Stage.notify(wire, json).status() != 200) {
            flushes++;
        }
        return flushes;
    }

    /// How long it takes from now until a card is there.
    private CompletableFuture<Duration> card(String id) {
        long begun = System.nanoTime();
        return CompletableFuture.supplyAsync(() -> {
            Eventually.await(
                    "the card of " + id,
                    PATIENCE,
                    () ->
                            stage.slack().messages(World.INCIDENTS).stream()
                                    .anyMatch(m -> m.content().text().contains(id)));
            return Duration.ofNanos(System.nanoTime() - begun);
        });
    }

    private void cardRow(String what, CompletableFuture<Duration> card) {
        Duration took = card.join();
        table.row(what, took.toMillis() + " ms", "<= 2000 ms", took.compareTo(FIRST_CARD) <= 0);
    }

    private void heapRow(String what, long few, long many) {
        table.row(
                what,
                "%.2fx (%.1f MB beside %.1f MB; the JVM has %.0f MB)"
                        .formatted(
                                (double) many / few,
                                many / MEGA,
                                few / MEGA,
                                Runtime.getRuntime().maxMemory() / MEGA),
                "<= 1.20x",
                many <= few * HEAP_TARGET);
    }

    private void slackRow(String what) {
        long refused =
                stage.slack().calls().all().stream()
                        .filter(call -> call.outcome().equals("ratelimited"))
                        .count();
        table.row(
                what + ", Slack calls over its limits",
                refused + " of " + stage.slack().calls().all().size(),
                "0",
                refused == 0);
    }

    private long stored() {
        try (MongoClient client = client()) {
            return incidents(client).countDocuments();
        }
    }

    private int alerts(String group) {
        try (MongoClient client = client()) {
            for (Document one : incidents(client).find()) {
                int many =
                        one.get("state", Document.class)
                                .get("alerts", Document.class)
                                .getList("each", Document.class)
                                .size();
                if (one.toString().contains(group)) {
                    return many;
                }
            }
            return 0;
        }
    }

    private MongoClient client() {
        return MongoClients.create(stage.bot().embeddedUri().orElseThrow());
    }

    private static MongoCollection<Document> incidents(MongoClient client) {
        return client.getDatabase("frops").getCollection("incidents");
    }

    /// Waits until cards and threads show everything: what works on them is no memory that stays.
    private void quiet() {
        Eventually.await("every card is up to date", PATIENCE, () -> lagging() == 0);
    }

    private long lagging() {
        try (MongoClient client = client()) {
            return incidents(client).countDocuments(new Document("behind", true));
        }
    }

    /// After collection.
    private static long heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least =
                    Math.min(
                            least,
                            ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
