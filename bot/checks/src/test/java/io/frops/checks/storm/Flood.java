package io.frops.checks.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.world.Bodies;
import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import io.frops.sandbox.slack.api.CallLog;
import io.frops.sandbox.slack.workspace.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Many groups that fire at once, sent as Alertmanager does: again until each is accepted.
final class Flood {
    private static final Instant START = Instant.parse("2026-11-24T03:00:00Z");
    private static final int POSTERS = 16;

    private final World world;

    Flood(World world) {
        this.world = world;
    }

    /// Sends groups from `first` on; every hundredth is SEV1, the others SEV3.
    ///
    /// @return how often one was not accepted and sent again
    int send(int first, int number) {
        AtomicInteger next = new AtomicInteger(first);
        AtomicInteger again = new AtomicInteger();
        List<Thread> posters = new ArrayList<>();
        for (int i = 0; i < POSTERS; i++) {
            posters.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                for (int n = next.getAndIncrement();
                                        n < first + number;
                                        n = next.getAndIncrement()) {
                                    deliver(n, again);
                                }
                            }));
        }
        posters.forEach(Flood::join);
        return again.get();
    }

    private void deliver(int number, AtomicInteger again) {
        String body =
                Bodies.of("Group" + number)
                        .label("sev", number % 100 == 0 ? "1" : "3")
                        .summary("pod " + number + " is not ready")
                        .firing("f" + number, START)
                        .json();
        while (world.notify(body).status() != 200) {
            again.incrementAndGet();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The storms' cards of #incidents, oldest first.
    List<Message> cards() {
        return world.slack().messages(World.INCIDENTS).stream()
                .filter(m -> !m.isReply() && m.content().text().startsWith("Storm"))
                .toList();
    }

    /// Waits for the one storm card to say this.
    Message card(String part, Duration patience) {
        Eventually.await(
                "a storm card with " + part,
                patience,
                () -> cards().stream().anyMatch(m -> m.content().toString().contains(part)));
        assertThat(cards()).hasSize(1);
        return cards().getFirst();
    }

    /// Waits until no card lags.
    void caughtUp(Duration patience) {
        Eventually.await(
                "no card lags",
                patience,
                () -> world.http().get("/metrics").body().contains("frops_cards_behind 0.0"));
    }

    List<CallLog.Entry> calls(String method) {
        return world.slack().calls().of(method);
    }
}
