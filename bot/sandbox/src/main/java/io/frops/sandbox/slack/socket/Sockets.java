package io.frops.sandbox.slack.socket;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.jspecify.annotations.Nullable;

/// The connections that the app has open. Envelopes go out by one after the other; one that is
/// about to end is used when there is no other. Thread-safe.
public final class Sockets implements AutoCloseable {
    private static final String PATH = "/link";
    private static final Duration TICKET = Duration.ofSeconds(30);
    private static final int LONGEST = 1 << 20;
    private static final int USUAL_SECONDS = 18_060;

    private final String app;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Duration patience;
    private final Map<String, Instant> tickets = new ConcurrentHashMap<>();
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final Map<String, CompletableFuture<String>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final Tally tally = new Tally();
    private volatile boolean disabled;
    private volatile @Nullable ObjectNode last;

    /// @param patience how long the app may take to acknowledge; Slack gives 3 s
    public Sockets(String app, InstantSource clock, RandomGenerator random, Duration patience) {
        this.app = app;
        this.clock = clock;
        this.random = random;
        this.patience = patience;
    }

    /// An address for one connection, good for 30 s.
    ///
    /// @param page the simulator's own address
    public URI ticket(URI page) {
        String ticket = id();
        tickets.put(ticket, clock.instant().plus(TICKET));
        return URI.create(
                "ws://" + page.getAuthority() + PATH + "?ticket=" + ticket + "&app_id=" + app);
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /// Takes connections.
    public void serve(ServerWebSocketContainer container) {
        container.setIdleTimeout(Duration.ZERO);
        container.setMaxTextMessageSize(LONGEST);
        container.addMapping(
                PATH,
                (request, response, callback) -> {
                    if (admitted(request)) {
                        return new Line(this);
                    }
                    org.eclipse.jetty.server.Response.writeError(request, response, callback, 403);
                    return null;
                });
    }

    private boolean admitted(ServerUpgradeRequest request) {
        Fields query = org.eclipse.jetty.server.Request.extractQueryParameters(request);
        String ticket = query.getValue("ticket");
        Instant end = ticket == null ? null : tickets.remove(ticket);
        return end != null && clock.instant().isBefore(end);
    }

    void opened(Line line) {
        if (disabled) {
            line.disconnect("link_disabled");
            line.end();
            return;
        }
        lines.add(line);
        tally.opened();
        ObjectNode hello = JsonNodeFactory.instance.objectNode().put("type", "hello");
        hello.put("num_connections", lines.size());
        hello.putObject("connection_info").put("app_id", app);
        hello.putObject("debug_info")
                .put("host", "applink-sandbox")
                .put("approximate_connection_time", USUAL_SECONDS);
        line.send(hello);
    }

    void closed(Line line) {
        lines.remove(line);
    }

    void acknowledged(String id, String payload) {
        CompletableFuture<String> waits = waiting.get(id);
        if (waits != null) {
            waits.complete(payload);
        }
    }

    /// Sends an envelope, and waits for its acknowledgement.
    public Acknowledgement deliver(Parcel parcel) {
        ObjectNode envelope = parcel.envelope(id());
        last = envelope;
        return send(envelope);
    }

    /// Sends the last envelope once more, as after an acknowledgement that got lost.
    public Acknowledgement again() {
        ObjectNode envelope = last;
        return envelope == null ? new Acknowledgement.Nobody() : send(envelope);
    }

    private Acknowledgement send(ObjectNode envelope) {
        String id = envelope.path("envelope_id").asText();
        CompletableFuture<String> waits = new CompletableFuture<>();
        waiting.put(id, waits);
        try {
            Line line = next();
            if (line == null || !line.send(envelope)) {
                return new Acknowledgement.Nobody();
            }
            tally.sent();
            String payload = waits.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            tally.acknowledged();
            return new Acknowledgement.Given(payload);
        } catch (TimeoutException | ExecutionException _) {
            return new Acknowledgement.None();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Acknowledgement.None();
        } finally {
            waiting.remove(id);
        }
    }

    private @Nullable Line next() {
        List<Line> staying = lines.stream().filter(l -> !l.isLeaving()).toList();
        List<Line> candidates = staying.isEmpty() ? List.copyOf(lines) : staying;
        return candidates.isEmpty()
                ? null
                : candidates.get(Math.floorMod(turn.getAndIncrement(), candidates.size()));
    }

    /// Asks for new connections, as Slack does every few hours; the present ones end after a while.
    ///
    /// @param until then; Slack gives about ten seconds
    public void refresh(Duration until) {
        List<Line> present = List.copyOf(lines);
        present.forEach(line -> line.disconnect("refresh_requested"));
        CompletableFuture.delayedExecutor(until.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> present.forEach(Line::end));
    }

    /// Cuts every connection without a word.
    public void cut() {
        lines.forEach(Line::cut);
    }

    /// Switches Socket Mode off for the app, or on again.
    public void disable(boolean off) {
        disabled = off;
        if (off) {
            lines.forEach(line -> {
                line.disconnect("link_disabled");
                line.end();
            });
        }
    }

    /// How many connections are open.
    public int open() {
        return lines.size();
    }

    public Tally tally() {
        return tally;
    }

    @Override
    public void close() {
        lines.forEach(Line::end);
    }
}
