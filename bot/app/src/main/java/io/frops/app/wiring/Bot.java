package io.frops.app.wiring;

import io.frops.app.http.WebServer;
import io.frops.app.observe.Meters;
import io.frops.app.settings.Settings;
import io.frops.app.work.Beat;
import io.frops.app.work.ClockCheck;
import io.frops.app.work.Loops;
import io.frops.core.access.CommandId;
import io.frops.core.access.PersonId;
import io.frops.core.failure.IntegrationException;
import io.frops.core.observe.Tracing;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The whole bot: built layer by layer, started, and ended so that what it acknowledged is
/// finished.
public final class Bot implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bot.class);

    private static final int WARM_UP = 5;

    /// How long the next replica waits for the work under way here.
    private static final Duration HAND_OVER = Duration.ofMillis(500);

    private final Settings settings;
    private final Host host;
    private final Meters meters = new Meters();
    private final Tracing tracing;
    private final Adapters adapters;
    private final Core core;
    private final Talk talk;
    private final Web web;
    private final Socket socket;
    private final Loops loops = new Loops();
    private final ClockCheck clock;
    private final Beat beat;
    private final CompletableFuture<String> fault = new CompletableFuture<>();
    private volatile boolean ending;

    /// Builds everything; nothing but the embedded store is opened.
    public Bot(Settings settings, Host host) {
        this.settings = settings;
        this.host = host;
        tracing = Traces.of(settings, host, meters);
        adapters = Adapters.of(settings, host, meters);
        core = Core.of(settings, adapters, host, meters);
        talk = Talk.of(settings, adapters, core, host);
        clock =
                adapters.state().embeddedUri() == null
                        ? new ClockCheck(() -> adapters.state().clockSkew(host.clock()))
                        : ClockCheck.sameClock();
        beat = new Beat(clock, core.lease(), this::giveUp);
        web = Web.of(settings, adapters, core, talk, host, meters, tracing, this::unready);
        socket = Socket.of(adapters, talk, host, meters, tracing);
    }

    /// Listens, and begins to look after incidents and cards. Slack, the store or the sources being
    /// away stops nothing.
    ///
    /// @throws IllegalStateException when this machine's clock is off the store's, saying by how
    ///   much; with the store away that turns out later, see [#fault]
    public void start() {
        warmUp();
        if (trouble().isEmpty()) {
            checkClock();
        }
        adapters.warmUp();
        web.servers().forEach(WebServer::start);
        socket.start(meters);
        Routine.begin(
                loops,
                beat,
                settings,
                adapters,
                core,
                () -> Cards.of(adapters, core, talk, host, meters),
                talk.news(),
                tracing,
                host,
                meters);
        LOG.info("frops is ready on port {}", port());
    }

    /// The first call of a cold process can be slower than the store's deadline: better here than
    /// under somebody's click. A store that is away stops nothing.
    private void warmUp() {
        for (int attempt = 1; attempt <= WARM_UP; attempt++) {
            Optional<String> trouble = trouble();
            if (trouble.isEmpty()) {
                return;
            }
            LOG.info("The store does not answer yet: {}", trouble.get());
        }
    }

    private void checkClock() {
        try {
            clock.run();
        } catch (IntegrationException e) {
            LOG.info("The clocks are compared when the store answers: {}", e.safeMessage());
        }
    }

    /// Completed with the reason when this bot must not go on; whoever runs it ends it then.
    public CompletableFuture<String> fault() {
        return fault;
    }

    private void giveUp(String why) {
        if (fault.complete(why)) {
            LOG.error("This bot must not go on: {}", why);
        }
    }

    /// The port that webhooks, Slack and commands come in by.
    public int port() {
        return web.servers().getFirst().port();
    }

    /// What stands in the way of readiness.
    private Optional<String> unready() {
        if (fault.isDone()) {
            return Optional.of(fault.join());
        }
        return trouble()
                .or(() ->
                        clock.agreed()
                                ? Optional.empty()
                                : Optional.of(
                                        "this machine's clock is not yet compared with MongoDB's"));
    }

    private Optional<String> trouble() {
        if (ending) {
            return Optional.of("the bot is stopping");
        }
        try {
            adapters.state().ping();
            return Optional.empty();
        } catch (IntegrationException e) {
            return Optional.of(e.safeMessage());
        }
    }

    /// A personal token made without asking its owner: for the sandbox, whose people are not real.
    public String tokenFor(PersonId owner, CommandId once) {
        return talk.tokens().make(owner, once).map(fresh -> fresh.secret()).orElse("");
    }

    /// The embedded store's address; empty with a real MongoDB.
    public Optional<String> embeddedUri() {
        return Optional.ofNullable(adapters.state().embeddedUri());
    }

    /// The lease first, so that the next replica need not wait; then the doors, so that nothing new
    /// is acknowledged; then the work under way; the store; the last traces when nobody waits any
    /// more.
    @Override
    public void close() {
        ending = true;
        core.lease().resign();
        loops.settle(HAND_OVER);
        beat.end();
        socket.close();
        web.servers().forEach(WebServer::close);
        loops.close();
        adapters.close();
        tracing.close();
        LOG.info("frops has stopped");
    }
}
