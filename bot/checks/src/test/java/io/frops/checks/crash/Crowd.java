package io.frops.checks.crash;

import io.frops.checks.world.Bodies;
import io.frops.checks.world.World;
import io.frops.core.incident.IncidentEvent;
import io.frops.sandbox.slack.workspace.Message;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Those who go on while the bot is killed. Each says its thing again until it is answered, and
/// keeps what was.
final class Crowd {
    /// Later than this, Slack's 200 may have come with "not confirmed", which a kill can swallow.
    private static final Duration CONFIRMED = Duration.ofMillis(1300);

    private static final long BREATH = Duration.ofMillis(30).toNanos();
    private static final int OK = 200;

    private final Scene scene;
    private final BooleanSupplier over;
    private final AtomicInteger alerts = new AtomicInteger();
    private final AtomicInteger clicks = new AtomicInteger();
    private final AtomicInteger orders = new AtomicInteger();

    Crowd(Scene scene, BooleanSupplier over) {
        this.scene = scene;
        this.over = over;
    }

    int alerts() {
        return alerts.get();
    }

    int clicks() {
        return clicks.get();
    }

    int orders() {
        return orders.get();
    }

    /// One group, to which alert after alert is added.
    void fires(String group) {
        Bodies body = Bodies.of(group);
        for (int n = 0; !over.getAsBoolean() || n == 0; n++) {
            String instance = group + "-" + n;
            String json = body.firing(instance, Cast.START).json();
            boolean first = n == 0;
            if (insisted(() -> notified(json), () -> !first && over.getAsBoolean())) {
                scene.ledger().note("alert " + instance, group, Ledger.fired(instance));
                alerts.incrementAndGet();
            }
            LockSupport.parkNanos(BREATH * 8);
        }
    }

    private boolean notified(String json) {
        Map<String, String> token = Map.of("Authorization", "Bearer " + World.WEBHOOK_TOKEN);
        return scene.http().post("/webhooks/alertmanager", json, token).status() == OK;
    }

    /// Each card's button, once.
    void presses() {
        Set<String> pressed = new HashSet<>();
        while (!over.getAsBoolean()) {
            Optional<Message> card =
                    scene.slack().messages(World.INCIDENTS).stream()
                            .filter(m -> m.content().text().startsWith("INC-"))
                            .filter(m -> !pressed.contains(m.ts()))
                            .findFirst();
            card.filter(c -> confirmed(c.ts()))
                    .ifPresent(c -> {
                        pressed.add(c.ts());
                        clicks.incrementAndGet();
                        String id = c.content().text().split(" ", 2)[0];
                        scene.ledger()
                                .numbered(
                                        "the click",
                                        id,
                                        e -> e instanceof IncidentEvent.Acknowledged);
                    });
            LockSupport.parkNanos(BREATH);
        }
    }

    private boolean confirmed(String ts) {
        long begun = System.nanoTime();
        boolean ok = scene.slack().as(World.CLARA).press(ts, "ack").ok();
        return ok && System.nanoTime() - begun < CONFIRMED.toNanos();
    }

    /// Note after note to the first incident.
    void orders(String incident) {
        Map<String, String> token = Map.of("Authorization", "Bearer " + scene.token(World.CLARA));
        for (int n = 0; !over.getAsBoolean(); n++) {
            String text = "note-" + n;
            String body =
                    "{\"words\":[\"note\",\""
                            + incident
                            + "\",\""
                            + text
                            + "\"],\"id\":\""
                            + text
                            + "\"}";
            if (insisted(() -> scene.http().post("/commands", body, token).status() == OK, over)) {
                orders.incrementAndGet();
                scene.ledger()
                        .numbered(
                                text,
                                incident,
                                e ->
                                        e instanceof IncidentEvent.NoteAdded(_, _, var said)
                                                && said.equals(text));
            }
            LockSupport.parkNanos(BREATH * 4);
        }
    }

    /// @return whether it was answered
    private static boolean insisted(BooleanSupplier attempt, BooleanSupplier givenUp) {
        while (!givenUp.getAsBoolean()) {
            try {
                if (attempt.getAsBoolean()) {
                    return true;
                }
            } catch (UncheckedIOException _) {
                // it was killed: again
            }
            LockSupport.parkNanos(BREATH);
        }
        return false;
    }
}
