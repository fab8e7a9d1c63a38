package io.frops.integrations.slack.socket;

import io.frops.core.failure.IntegrationException;
import io.frops.integrations.slack.SlackTickets;
import io.frops.integrations.slack.door.EnvelopeDoor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps connections to Slack open, so that one can be replaced while the other serves. Slack being
/// away, or the token being wrong, stops nothing: it is tried again.
public final class SocketMode implements AutoCloseable {
    /// Slack allows ten for an app; two replicas need four, and as many while they are replaced.
    private static final int CONNECTIONS = 2;

    /// A connection that ends sooner counts as a failure to connect.
    private static final Duration SHORT = Duration.ofSeconds(10);

    /// Slack ends a connection some ten seconds after it has asked for another.
    private static final Duration LINGER = Duration.ofSeconds(30);

    /// A command is answered within 1.5 s.
    private static final Duration COMMAND = Duration.ofSeconds(2);

    private static final Duration EVER = Duration.ofDays(10_000);
    private static final Logger LOG = LoggerFactory.getLogger(SocketMode.class);

    private final Dialler dialler;
    private final EnvelopeDoor door;
    private final SocketObserver observer;
    private final LongSupplier ticks;
    private final Pauses pauses;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stopping = lock.newCondition();
    private final Set<Connection> connections = new HashSet<>();
    private final ReentrantLock dialling = new ReentrantLock();
    private final List<Thread> keepers = new ArrayList<>();
    private boolean stopped;

    /// @param ticks a monotonic clock in nanoseconds
    public SocketMode(
            SlackTickets tickets,
            EnvelopeDoor door,
            SocketObserver observer,
            RandomGenerator random,
            LongSupplier ticks) {
        this.dialler = new Dialler(tickets);
        this.door = door;
        this.observer = observer;
        this.ticks = ticks;
        this.pauses = new Pauses(random);
    }

    /// Begins to connect, and returns at once.
    public void start() {
        for (int i = 0; i < CONNECTIONS; i++) {
            keepers.add(Thread.ofVirtual().name("slack-socket-" + i).start(this::keep));
        }
    }

    /// How many connections are open, those among them that are about to be replaced.
    public int open() {
        lock.lock();
        try {
            return (int)
                    connections.stream()
                            .map(c -> c.life().phase())
                            .filter(p -> p == Life.Phase.OPEN || p == Life.Phase.LEAVING)
                            .count();
        } finally {
            lock.unlock();
        }
    }

    /// One connection after the other. The next one opens before the one that is to end has gone.
    private void keep() {
        try {
            int brief = 0;
            while (true) {
                pause(pauses.after(brief));
                Connection connection = dial();
                long begun = ticks.getAsLong();
                connection.attend(p -> p != Life.Phase.OPEN, EVER);
                boolean gone = connection.life().phase() == Life.Phase.ENDED;
                boolean soon = ticks.getAsLong() - begun < SHORT.toNanos();
                brief = gone && soon ? brief + 1 : 0;
                release(connection);
                String reason = connection.life().reason();
                observer.replaced(reason);
                LOG.info("A connection to Slack is replaced: {}", reason);
                if (reason.equals("link_disabled")) {
                    disabled();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// One at a time, so that a Slack that refuses is asked, and complained of, once.
    private Connection dial() throws InterruptedException {
        dialling.lockInterruptibly();
        try {
            for (int failures = 1; ; failures++) {
                Connection connection = added();
                try {
                    dialler.open(connection);
                    return connection;
                } catch (IntegrationException e) {
                    remove(connection);
                    pause(troubled(e, failures));
                }
            }
        } finally {
            dialling.unlock();
        }
    }

    private Duration troubled(IntegrationException e, int failures) {
        Duration pause = pauses.after(e, failures);
        switch (e.kind()) {
            case DENIED, NOT_FOUND, NOT_USABLE, INVALID -> {
                observer.alarm();
                LOG.error(
                        "Nobody can use the bot in Slack: {}. Tried again in {} s",
                        e.safeMessage(),
                        pause.toSeconds());
            }
            case UNAVAILABLE, TIMEOUT, RATE_LIMITED ->
                    LOG.warn(
                            "Slack is not connected: {}. Tried again in {} ms",
                            e.safeMessage(),
                            pause.toMillis());
        }
        return pause;
    }

    private void disabled() throws InterruptedException {
        observer.alarm();
        LOG.error(
                "Nobody can use the bot in Slack: Socket Mode is switched off for the app. Switch it on under"
                        + " Socket Mode in the app's settings, or unset SLACK_APP_TOKEN to be reached over HTTP");
        pause(pauses.refused());
    }

    private Connection added() throws InterruptedException {
        lock.lock();
        try {
            if (stopped) {
                throw new InterruptedException();
            }
            Connection connection = new Connection(door, ticks);
            connections.add(connection);
            return connection;
        } finally {
            lock.unlock();
        }
    }

    private void remove(Connection connection) {
        lock.lock();
        try {
            connections.remove(connection);
        } finally {
            lock.unlock();
        }
    }

    /// Serves on until Slack ends it: what Slack sends by it meanwhile must not be lost.
    private void release(Connection connection) {
        Thread.ofVirtual()
                .name("slack-socket-leaving")
                .start(() -> {
                    try {
                        connection.attend(p -> p == Life.Phase.ENDED, LINGER);
                        connection.retire(COMMAND);
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    } finally {
                        remove(connection);
                    }
                });
    }

    private void pause(Duration pause) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = pause.toNanos();
            while (!stopped && left > 0) {
                left = stopping.awaitNanos(left);
            }
            if (stopped) {
                throw new InterruptedException();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Finishes and acknowledges what came in, closes the connections, and waits up to 10 s for
    /// what is still to be told.
    @Override
    public void close() {
        List<Connection> last;
        lock.lock();
        try {
            stopped = true;
            stopping.signalAll();
            last = List.copyOf(connections);
        } finally {
            lock.unlock();
        }
        keepers.forEach(Thread::interrupt);
        List<Thread> farewells =
                last.stream().map(c -> Thread.ofVirtual().start(() -> c.retire(COMMAND))).toList();
        try {
            for (Thread farewell : farewells) {
                farewell.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        door.rest();
        dialler.close();
    }
}
