package io.frops.app.doctor;

import io.frops.app.cli.Terminal;
import io.frops.app.settings.Settings;
import io.frops.core.alert.Alert;
import io.frops.core.alert.AlertKey;
import io.frops.core.chat.ChannelId;
import io.frops.core.failure.IntegrationException;
import io.frops.core.incident.Severity;
import io.frops.core.platform.Services;
import io.frops.integrations.slack.SlackConnection;
import io.frops.integrations.slack.SlackInspection.Glimpse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// Sends one marked alert through the whole chain, waits for its card, and ends it again.
final class TestRun {
    static final String SYSTEM = "Test alert";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Slack allows about 50 looks a minute.
    private static final long PAUSE = Duration.ofMillis(1500).toNanos();

    private final Settings settings;
    private final SlackConnection slack;
    private final TestRoad road;
    private final Terminal terminal;
    private final long begun = System.nanoTime();

    TestRun(Settings settings, SlackConnection slack, TestRoad road, Terminal terminal) {
        this.settings = settings;
        this.slack = slack;
        this.road = road;
        this.terminal = terminal;
    }

    List<Finding> findings(String id) {
        TestAlert alert = new TestAlert(id, service(), terminal.clock().instant());
        List<Finding> steps = new ArrayList<>();
        try {
            String name = routed(alert);
            Optional<ChannelId> channel = slack.room().channel(name);
            if (channel.isEmpty()) {
                return List.of(
                        Finding.fails(
                                SYSTEM,
                                "not sent: its card would go to "
                                        + name
                                        + ", which the bot cannot see",
                                "See the row of " + name + " above."));
            }
            Duration limit = PATIENCE.plus(road.delay());
            Map<String, Glimpse> before = cards(channel.get());
            road.send(alert, true, alert.startsAt());
            steps.add(Finding.ok(SYSTEM, at() + "sent as " + id + " to " + road.name()));
            say("sent; waiting for its card in " + name + ", up to " + limit.toSeconds() + " s");
            Optional<String> card = await(channel.get(), before, limit);
            steps.add(card.map(text -> seen(name, text)).orElseGet(() -> missing(name, limit)));
            end(alert, steps);
        } catch (IntegrationException e) {
            steps.add(Finding.fails(SYSTEM, at() + e.safeMessage(), remedy(steps)));
        }
        return steps;
    }

    private String service() {
        return settings.services().stream()
                .findFirst()
                .map(s -> s.name().value())
                .orElse(Services.NONE);
    }

    private String routed(TestAlert alert) {
        Severity severity =
                settings.severity()
                        .severityRules()
                        .of(
                                new Alert(
                                        new AlertKey(alert.id(), alert.startsAt()),
                                        alert.labels(),
                                        alert.annotations(),
                                        null,
                                        ""))
                        .severity();
        return settings.routing().routes().channel(alert.service(), severity);
    }

    private Map<String, Glimpse> cards(ChannelId channel) {
        return slack.inspection().latest(channel, TestAlert.NAME);
    }

    /// A card that was not there before; or one of an earlier test that was changed since, when
    /// Alertmanager puts both alerts into one group and the incident is opened again.
    private Optional<String> await(ChannelId channel, Map<String, Glimpse> before, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!Thread.currentThread().isInterrupted()) {
            Optional<String> changed =
                    glimpses(channel, before).entrySet().stream()
                            .filter(e -> !e.getValue().equals(before.get(e.getKey())))
                            .map(e -> e.getValue().text())
                            .findFirst();
            if (changed.isPresent() || System.nanoTime() > deadline) {
                return changed;
            }
            LockSupport.parkNanos(PAUSE);
        }
        return Optional.empty();
    }

    /// One look that fails is no reason to stop looking.
    private Map<String, Glimpse> glimpses(ChannelId channel, Map<String, Glimpse> before) {
        try {
            return cards(channel);
        } catch (IntegrationException e) {
            return before;
        }
    }

    private Finding seen(String channel, String text) {
        return Finding.ok(SYSTEM, at() + "its card is in " + channel + ": " + text);
    }

    private Finding missing(String channel, Duration limit) {
        return Finding.fails(
                SYSTEM,
                "%sno card in %s after %d s".formatted(at(), channel, limit.toSeconds()),
                "See whether the bot runs and its log tells of a notification; whether Alertmanager's route"
                        + " leads to our receiver; and whether its log says why it could not deliver.");
    }

    private void end(TestAlert alert, List<Finding> steps) {
        road.send(alert, false, terminal.clock().instant());
        steps.add(Finding.ok(SYSTEM, at() + "ended; " + road.end()));
    }

    private static String remedy(List<Finding> steps) {
        return steps.isEmpty()
                ? "Start the bot (./frops serve) and what the row names, then run this again."
                : "See the rows above, then run this again; the alert ends by itself.";
    }

    private String at() {
        double seconds = (System.nanoTime() - begun) / 1e9;
        return String.format(Locale.ROOT, "%.1f s: ", seconds);
    }

    private void say(String what) {
        terminal.err().println("frops: " + what);
    }
}
