package io.frops.integrations.slack.socket;

import io.frops.integrations.slack.door.EnvelopeDoor;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection to Slack. Each envelope is handled on a thread of its own and acknowledged on the
/// connection that it came by.
final class Connection implements WebSocket.Listener {
    /// Slack asks whether we are there every few seconds; we ask back, since a cut cable says
    /// nothing.
    static final Duration PING = Duration.ofSeconds(10);

    static final Duration SILENCE = Duration.ofSeconds(25);

    /// Slack's largest payload is a view of 250 KB.
    private static final int LONGEST = 1 << 20;

    private static final Duration WRITE = Duration.ofSeconds(2);
    private static final Duration FAREWELL = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final EnvelopeDoor door;
    private final LongSupplier ticks;
    private final Life life = new Life();
    private final UnderWay underWay = new UnderWay();
    private final ReentrantLock writing = new ReentrantLock();
    private final StringBuilder text = new StringBuilder();
    private volatile @Nullable WebSocket socket;
    private volatile long heard;

    /// @param ticks a monotonic clock in nanoseconds
    Connection(EnvelopeDoor door, LongSupplier ticks) {
        this.door = door;
        this.ticks = ticks;
        this.heard = ticks.getAsLong();
    }

    Life life() {
        return life;
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        if (life.phase() == Life.Phase.ENDED) {
            opened.abort();
        }
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (text.length() > LONGEST) {
            LOG.warn("Slack sent more than 1 MiB at once; the connection is given up");
            abort("oversize");
            return null;
        }
        if (last) {
            Frame frame = Frame.read(text.toString());
            text.setLength(0);
            heard(frame);
        }
        return alive(from);
    }

    private void heard(Frame frame) {
        switch (frame) {
            case Frame.Hello _ -> life.open();
            case Frame.Disconnect(Frame.Reason why) ->
                    life.leave(why.name().toLowerCase(Locale.ROOT));
            case Frame.Delivery delivery -> underWay.run("slack-envelope", () -> take(delivery));
            case Frame.Other _ -> {}
        }
    }

    private void take(Frame.Delivery delivery) {
        try {
            door.take(delivery.id(), delivery.type(), delivery.payload())
                    .ifPresent(body -> write(Frame.acknowledgement(delivery, body)));
        } catch (RuntimeException e) {
            LOG.error("an envelope from Slack could not be handled", e);
        }
    }

    /// One after the other: a WebSocket takes no text while another is being written.
    private void write(String acknowledgement) {
        WebSocket to = socket;
        if (to == null) {
            return;
        }
        writing.lock();
        try {
            to.sendText(acknowledgement, true).get(WRITE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            LOG.warn("an acknowledgement did not reach Slack: the connection is gone");
            abort("broken");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            writing.unlock();
        }
    }

    /// Waits for a phase, and meanwhile asks now and then whether Slack is still there.
    ///
    /// @return whether it came within `most`
    boolean attend(Predicate<Life.Phase> awaited, Duration most) throws InterruptedException {
        Duration left = most;
        while (!life.await(awaited, left.compareTo(PING) < 0 ? left : PING)) {
            left = left.minus(PING);
            if (left.isNegative() || left.isZero()) {
                return false;
            }
            check();
        }
        return true;
    }

    /// Gives it up when nothing was heard for long, else asks for a sign of life.
    void check() {
        WebSocket to = socket;
        if (ticks.getAsLong() - heard > SILENCE.toNanos()) {
            abort("silent");
        } else if (to != null) {
            var _ = to.sendPing(ByteBuffer.allocate(0));
        }
    }

    /// Ends it so that no click is cut short: what has begun is finished and acknowledged, and what
    /// comes too late is not begun.
    ///
    /// @param patience how long a command may take
    void retire(Duration patience) {
        try {
            underWay.shut(patience);
            WebSocket to = socket;
            if (to != null && life.phase() != Life.Phase.ENDED) {
                var _ = to.sendClose(WebSocket.NORMAL_CLOSURE, "");
                // Slack need not close its side at once, or ever
                var _ = life.await(p -> p == Life.Phase.ENDED, FAREWELL);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            abort("closed");
        }
    }

    void abort(String why) {
        life.end(why);
        WebSocket to = socket;
        if (to != null) {
            to.abort();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        return alive(from);
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        return alive(from);
    }

    private @Nullable CompletionStage<?> alive(WebSocket from) {
        heard = ticks.getAsLong();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String why) {
        life.end("closed");
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        life.end("broken");
    }
}
