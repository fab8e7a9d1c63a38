package io.frops.checks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.world.Http;
import io.frops.checks.world.PushedClock;
import io.frops.checks.world.World;
import io.frops.core.failure.IntegrationException;
import io.frops.core.testing.Eventually;
import io.frops.integrations.mongo.MongoState;
import io.frops.sandbox.slack.SlackSettings;
import io.frops.sandbox.slack.SlackSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A bot that is ended at a chosen point and starts again, beside a Slack that stays. Everybody
/// insists, as Alertmanager and people do: what was not answered is said again.
final class Scene implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /// While somebody waits, time passes faster than on the wall.
    private static final Duration STEP = Duration.ofMillis(400);

    private static final int ATTEMPTS = 20;

    private final Path folder;
    private final PushedClock clock = new PushedClock();
    private final SlackSimulator slack;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Ledger ledger = new Ledger();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private Duration ahead = Duration.ZERO;
    private @Nullable String point;
    private boolean killed;
    private int kills;
    private int adoptions;
    private volatile Life life;

    /// @param startPoint where its first life ends, if anywhere
    Scene(Path folder, Optional<String> startPoint) {
        this.folder = folder;
        slack =
                new SlackSimulator(
                        SlackSettings.sandbox(
                                        clock,
                                        new SecureRandom(),
                                        World.BOT_TOKEN,
                                        World.SIGNING_SECRET)
                                .withPace(SlackSettings.Pace.SLACK.limits(0)));
        point = startPoint.orElse(null);
        life = live(startPoint);
    }

    private Life live(Optional<String> at) {
        try {
            Files.createDirectories(folder);
            Path settings = folder.resolve("frops.yaml");
            Files.writeString(settings, yaml());
            Life next = new Life(folder, settings, ahead, at, seen);
            slack.connect(next.http().at("/slack/events"));
            return next;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String yaml() {
        return """
        server: {host: 127.0.0.1, port: 0}
        slack: {bot-token: %s, signing-secret: %s, api-url: "%s"}
        state: {store: embedded, data-dir: "%s"}
        access: {admins: [U0ANA0001], operators: [U0BEN0001], responders: [U0CLA0001], viewers: [U0DAN0001]}
        people:
          - {id: U0CLA0001, name: clara, level: 1}
          - {id: U0BEN0001, name: ben, level: 2}
        alertmanagers:
          - {name: main, token: %s, receiver: frops, members: []}
        routing: {default-channel: "#incidents", fallback-channel: "#general"}
        services: [{name: backend}]
        """
                .formatted(
                        World.BOT_TOKEN,
                        World.SIGNING_SECRET,
                        slack.api(),
                        folder.resolve("state"),
                        World.WEBHOOK_TOKEN);
    }

    /// From now on the bot ends there, once.
    void arm(String where) {
        point = where;
        life.arm(where);
    }

    /// Starts the bot again if it has ended where it was to end. What was acknowledged is there at
    /// once, before anybody says it again.
    ///
    /// @return whether it had ended
    boolean revive() {
        if (life.runs()) {
            return false;
        }
        assertThat(life.exit()).as(life.log()).isEqualTo(Fuse.EXIT);
        if (!killed) {
            assertThat(life.log()).contains(Fuse.ended(String.valueOf(point)));
        }
        killed = false;
        again();
        ledger.check(this);
        return true;
    }

    /// SIGKILL, wherever it is.
    void kill() {
        killed = true;
        life.kill();
    }

    private void again() {
        countAdoptions();
        life.close();
        kills++;
        point = null;
        life = live(Optional.empty());
    }

    private void countAdoptions() {
        adoptions += life.log().split("it is adopted", -1).length - 1;
    }

    /// Does it again until it succeeded, across the end of a life.
    <T> T insist(String what, Supplier<Optional<T>> attempt) {
        @SuppressWarnings("unchecked")
        T[] result = (T[]) new Object[1];
        await(
                what,
                () -> {
                    Optional<T> done = attempt.get();
                    done.ifPresent(d -> result[0] = d);
                    return done.isPresent();
                });
        return result[0];
    }

    /// Waits while time passes.
    void await(String what, BooleanSupplier condition) {
        revive();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Eventually.await(
                what,
                PATIENCE.multipliedBy(3),
                () -> {
                    if (System.nanoTime() - deadline > 0) {
                        throw new AssertionError(what + " never came true: " + life.log());
                    }
                    if (tried(condition)) {
                        return true;
                    }
                    if (!revive()) {
                        push(STEP);
                    }
                    return false;
                });
    }

    private boolean tried(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (UncheckedIOException | IntegrationException _) {
            // Its last breath, or a slow machine: what was said is not answered.
            return false;
        }
    }

    /// Reads the store, which a slow machine may answer late.
    <T> T read(Supplier<T> question) {
        for (int attempt = 1; ; attempt++) {
            try {
                return question.get();
            } catch (IntegrationException e) {
                if (attempt == ATTEMPTS || !life.runs()) {
                    throw e;
                }
            }
        }
    }

    void push(Duration by) {
        passes(by);
        life.push(by);
    }

    /// Time passes while the bot is dead.
    void passes(Duration time) {
        ahead = ahead.plus(time);
        clock.push(time);
    }

    Instant now() {
        return clock.instant();
    }

    Http http() {
        return life.http();
    }

    MongoState state() {
        return life.state();
    }

    SlackSimulator slack() {
        return slack;
    }

    Ledger ledger() {
        return ledger;
    }

    /// A personal token, asked for once.
    String token(String person) {
        String known = tokens.get(person);
        if (known == null) {
            known = insist("a token for " + person, () -> life.token(person));
            tokens.put(person, known);
        }
        return known;
    }

    Set<String> seen() {
        return seen;
    }

    int kills() {
        return kills;
    }

    int adoptions() {
        return adoptions;
    }

    String log() {
        return life.log();
    }

    @Override
    public void close() {
        countAdoptions();
        life.close();
        slack.close();
    }
}
