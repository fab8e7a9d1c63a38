package io.frops.checks.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.frops.checks.world.Bodies;
import io.frops.core.testing.Race;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.bson.Document;

/// 32 posters beside the peer: the same bodies, in turns, in one run.
final class Throughput {
    private static final int POSTERS = 32;
    private static final int CHANGES = Integer.getInteger("bench.changes", 40);
    private static final int OPENINGS = Integer.getInteger("bench.openings", 10);
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 5;
    private static final List<String> CASES =
            Arrays.asList(System.getProperty("bench.cases", "own,one,new").split(","));
    private static final double CHANGE_TARGET = 0.5;
    private static final double OPENING_TARGET = 0.4;
    private static final Instant START = Instant.parse("2026-11-24T03:00:00Z");

    private final int bot;
    private final int peer;
    private final String store;
    private final Table table;

    /// @param store the bot's, by its address
    Throughput(int bot, int peer, String store, Table table) {
        this.bot = bot;
        this.peer = peer;
        this.store = store;
        this.table = table;
    }

    void run() {
        if (CASES.contains("own")) {
            measure(
                    "32 posters on 32 incidents, a change each",
                    CHANGE_TARGET,
                    CHANGES,
                    (round, poster) -> "Own" + round + "x" + poster,
                    true);
        }
        if (CASES.contains("one")) {
            measure(
                    "32 posters on one incident, a change each",
                    CHANGE_TARGET,
                    CHANGES,
                    (round, _) -> "One" + round,
                    true);
            table.tell("changes that went into one write there", "%.1f".formatted(together()));
        }
        if (CASES.contains("new")) {
            measure(
                    "32 posters, a new incident each",
                    OPENING_TARGET,
                    OPENINGS,
                    (round, poster) -> "New" + round + "x" + poster + "x",
                    false);
        }
    }

    /// Of the incidents that all posters shared: an incident's version counts its writes.
    private double together() {
        long posts = 0;
        long writes = 0;
        try (MongoClient client = MongoClients.create(store)) {
            Document shared =
                    new Document("lastSeq", new Document("$gt", (long) CHANGES * POSTERS / 2));
            for (Document one :
                    client.getDatabase("frops").getCollection("incidents").find(shared)) {
                posts += (long) POSTERS * (CHANGES + 1);
                writes += one.getLong("v");
            }
        }
        return (double) posts / writes;
    }

    /// @param group the group that a poster writes to in a round
    /// @param open whether the groups have their incidents before the clock starts
    private void measure(
            String what,
            double target,
            int each,
            BiFunction<Integer, Integer, String> group,
            boolean open) {
        List<Double> ratios = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            int now = round;
            if (open) {
                round(bot, 1, (poster, _) -> firing(group.apply(now, poster), poster, 0));
            }
            BiFunction<Integer, Integer, String> body =
                    (poster, i) ->
                            open
                                    ? change(group.apply(now, poster), poster, i)
                                    : firing(group.apply(now, poster) + i, poster, 0);
            double first = round(round % 2 == 0 ? peer : bot, each, body);
            double second = round(round % 2 == 0 ? bot : peer, each, body);
            if (round >= WARM_UP) {
                ours.add(round % 2 == 0 ? second : first);
                theirs.add(round % 2 == 0 ? first : second);
                ratios.add(ours.getLast() / theirs.getLast());
            }
        }
        table.atLeast(
                what,
                median(ratios),
                target,
                "(%.0f/s beside %.0f/s)".formatted(median(ours), median(theirs)));
    }

    /// A new episode of the poster's alert, and in turn its end.
    private static String change(String group, int poster, int number) {
        Instant startsAt = START.plusSeconds(1 + number / 2);
        return number % 2 == 0
                ? firing(group, poster, 1 + number / 2)
                : Bodies.of(group)
                        .resolved("f" + poster, startsAt, startsAt.plusMillis(500))
                        .json();
    }

    private static String firing(String group, int poster, int second) {
        return Bodies.of(group).firing("f" + poster, START.plusSeconds(second)).json();
    }

    /// @return posts a second
    private static double round(int port, int each, BiFunction<Integer, Integer, String> body) {
        List<List<String>> bodies = new ArrayList<>();
        for (int poster = 0; poster < POSTERS; poster++) {
            List<String> mine = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                mine.add(body.apply(poster, i));
            }
            bodies.add(mine);
        }
        long begun = System.nanoTime();
        Race.of(
                POSTERS,
                poster -> {
                    try (Wire wire = new Wire(port)) {
                        bodies.get(poster).forEach(one -> send(wire, one));
                    }
                    return true;
                });
        return POSTERS * each / ((System.nanoTime() - begun) / 1e9);
    }

    /// As Alertmanager does, a 503 is sent again.
    private static void send(Wire wire, String body) {
        int status = 503;
        while (status == 503) {
            status = Stage.notify(wire, body).status();
        }
        if (status != 200) {
            throw new AssertionError("status " + status);
        }
    }

    static double median(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
