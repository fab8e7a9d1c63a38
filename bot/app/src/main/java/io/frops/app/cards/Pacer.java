package io.frops.app.cards;

import io.frops.app.observe.Meters;
import io.frops.core.failure.IntegrationException;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Incidents;
import io.frops.core.incident.StoredIncident;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings lagging cards up to date, most urgent first, at Slack's pace. State never waits for it: a
/// card that could not be brought up to date now is tried again, for as long as it takes.
public final class Pacer {
    private static final Logger LOG = LoggerFactory.getLogger(Pacer.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /// While Slack is away every card fails alike: these many are tried each round, not all.
    private static final int FAILURES_A_ROUND = 3;

    private final Incidents incidents;
    private final CardKeeper keeper;
    private final Lag lag;
    private final Meters meters;
    private final InstantSource clock;
    private final Map<IncidentId, Duration> pauses = new HashMap<>();

    public Pacer(
            Incidents incidents, CardKeeper keeper, Lag lag, Meters meters, InstantSource clock) {
        this.incidents = incidents;
        this.keeper = keeper;
        this.lag = lag;
        this.meters = meters;
        this.clock = clock;
    }

    /// Finds what lags in the store: at start, and now and then for what another process wrote.
    public void look() {
        incidents.store().behind().forEach(s -> lag.changed(s, clock.instant()));
    }

    /// One round over what lags. For one thread.
    public void run() {
        int failures = 0;
        for (IncidentId id : lag.next(clock.instant())) {
            if (failures >= FAILURES_A_ROUND) {
                return;
            }
            failures += attempt(id) ? 0 : 1;
        }
    }

    private boolean attempt(IncidentId id) {
        try {
            StoredIncident incident = incidents.find(id).orElse(null);
            if (incident == null || !incident.behind() || keeper.bringUpToDate(incident)) {
                lag.done(id, incident == null ? Long.MAX_VALUE : incident.version());
            }
            pauses.remove(id);
            return true;
        } catch (IntegrationException e) {
            failed(id, e);
            return e.kind() == IntegrationException.Kind.RATE_LIMITED;
        } catch (RuntimeException e) {
            // A bug with one card must not starve the others.
            meters.alarm("card-failed");
            lag.later(id, clock.instant().plus(longer(id)));
            LOG.error("The card of {} cannot be drawn; it is tried again", id, e);
            return false;
        }
    }

    private void failed(IncidentId id, IntegrationException e) {
        Duration pause =
                e.kind() == IntegrationException.Kind.RATE_LIMITED ? FIRST_PAUSE : longer(id);
        Instant next = clock.instant().plus(pause);
        lag.later(id, next);
        if (e.kind() == IntegrationException.Kind.DENIED) {
            meters.alarm("slack-denied");
            LOG.error("The card of {} waits: {}", id, e.safeMessage());
        } else {
            LOG.warn("The card of {} waits {} s: {}", id, pause.toSeconds(), e.safeMessage());
        }
    }

    private Duration longer(IncidentId id) {
        Duration last = pauses.get(id);
        Duration next = last == null ? FIRST_PAUSE : last.multipliedBy(2);
        Duration pause = next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
        pauses.put(id, pause);
        return pause;
    }
}
