package io.frops.checks.crash;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// What came of all kills.
final class Tally {
    private final AtomicInteger kills = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger adopted = new AtomicInteger();
    private final AtomicInteger cards = new AtomicInteger();
    private final AtomicInteger lines = new AtomicInteger();
    private final List<String> failures = new CopyOnWriteArrayList<>();

    void survived(int cardsTooMany, int linesTwice) {
        cards.addAndGet(cardsTooMany);
        lines.addAndGet(linesTwice);
    }

    void acknowledged(int number) {
        acknowledged.addAndGet(number);
    }

    void lives(int killed, int cardsAdopted) {
        kills.addAndGet(killed);
        adopted.addAndGet(cardsAdopted);
    }

    void failed(String where, Throwable why) {
        failures.add(where + ": " + why);
    }

    int kills() {
        return kills.get();
    }

    int adopted() {
        return adopted.get();
    }

    List<String> failures() {
        return failures;
    }

    @Override
    public String toString() {
        return "%d kills: %d things acknowledged and all found, %d cards adopted, %d cards too many, %d lines told twice"
                .formatted(
                        kills.get(), acknowledged.get(), adopted.get(), cards.get(), lines.get());
    }
}
