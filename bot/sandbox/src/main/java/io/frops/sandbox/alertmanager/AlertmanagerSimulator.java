package io.frops.sandbox.alertmanager;

import io.frops.core.settings.Secret;
import io.frops.integrations.http.SharedClient;
import io.frops.sandbox.platform.LoopbackServer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A small Alertmanager on 127.0.0.1, and with [#fire] and [#mend] the Prometheus in front of it.
/// The caller's clock says what time it is.
public final class AlertmanagerSimulator implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlertmanagerSimulator.class);
    private static final long TICK_MILLIS = 100;

    /// Longer than any flush, which sets its own limit.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final SharedClient client = SharedClient.within(PATIENCE);
    private final ExecutorService deliveries = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService ticker =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("alertmanager-sim").factory());
    private final Engine engine;
    private final StandingAlerts standing;
    private final LoopbackServer server;

    /// Listens at once, but does nothing by itself before [#run]; until then [#tick] does what is
    /// due.
    ///
    /// @param ids a new UUID each time
    public AlertmanagerSimulator(
            SimulatorSettings settings, InstantSource clock, Supplier<String> ids) {
        NotificationBody bodies =
                new NotificationBody(settings.release(), () -> address().toString());
        Holdings holdings = new Holdings(new Journal(settings.folder()));
        engine = new Engine(settings, holdings, clock, deliveries, bodies);
        standing = new StandingAlerts(engine, clock);
        Api api =
                new Api(
                        new AlertsApi(engine, settings, clock),
                        new SilencesApi(engine, settings.release(), ids),
                        new StatusApi(engine, settings),
                        new Pages(engine));
        server = LoopbackServer.start(settings.port(), api::handle);
    }

    /// Lets its own time go on until it is closed.
    public AlertmanagerSimulator run() {
        var _ =
                ticker.scheduleWithFixedDelay(
                        this::tickSafely, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    private void tickSafely() {
        try {
            tick();
        } catch (RuntimeException e) {
            // An exception would end the ticker for good.
            LOG.error("The simulated Alertmanager failed to do what was due", e);
        }
    }

    /// Does what is due now.
    public void tick() {
        standing.tick();
        engine.tick();
    }

    /// Whether no notification is under way.
    boolean settled() {
        return engine.settled();
    }

    /// The base, without a slash at its end.
    public URI address() {
        return server.address();
    }

    /// Sends notifications there from now on; until then they wait.
    public void deliverTo(URI webhook, Secret token) {
        engine.deliverTo(new Webhook(webhook, token, client));
    }

    /// Lets an alert fire until it is mended.
    ///
    /// @param expression the query behind it, shown on the page that its graph link opens
    public void fire(
            Map<String, String> labels, Map<String, String> annotations, String expression) {
        String query = URLEncoder.encode(expression, StandardCharsets.UTF_8);
        standing.fire(labels, annotations, address() + "/graph?g0.expr=" + query + "&g0.tab=1");
    }

    public void mend(Map<String, String> labels) {
        standing.mend(labels);
    }

    /// As a crash and a new start: it answers with an empty list until Prometheus tells it again.
    public void restartEmpty() {
        engine.restartEmpty();
    }

    @Override
    public void close() {
        ticker.shutdownNow();
        server.close();
        deliveries.shutdownNow();
    }
}
