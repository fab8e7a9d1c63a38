package io.frops.app.cards;

import io.frops.app.cards.CardKeeper.Shown;
import io.frops.app.observe.Meters;
import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.IntegrationException.Kind;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Incidents;
import io.frops.core.incident.StoredIncident;
import io.frops.core.store.Bounded;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings lagging cards up to date, most urgent first, at Slack's pace. State never waits for it: a
/// card that could not be brought up to date now is tried again, for as long as it takes.
public final class Pacer {
    private static final Logger LOG = LoggerFactory.getLogger(Pacer.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /// Somebody else wrote the same card's row: look again soon.
    private static final Duration CONTENDED = Duration.ofMillis(200);

    /// While Slack is away every card fails alike: these many are tried each round, not all.
    private static final int FAILURES_A_ROUND = 3;

    /// Between two rounds other things of the same thread get their turn.
    private static final int ATTEMPTS_A_ROUND = 50;

    /// Of a storm that meets a Slack which fails. One that is forgotten is tried again sooner.
    private static final int MOST_PAUSES = 10_000;

    private final Incidents incidents;
    private final CardKeeper keeper;
    private final Lag lag;
    private final Pace pace;
    private final Meters meters;
    private final InstantSource clock;
    private final Map<IncidentId, Duration> pauses = Bounded.map(MOST_PAUSES);
    private final AskedCards asked;
    private final CardNews news;
    private final StormWatch storms;

    /// Those whose own card is wanted whether they lag or not.
    private final Map<IncidentId, Urgency> wanted = new HashMap<>();

    private boolean loaded;

    public Pacer(
            Incidents incidents,
            CardKeeper keeper,
            StormWatch storms,
            AskedCards asked,
            CardNews news,
            Lag lag,
            Pace pace,
            Meters meters,
            InstantSource clock) {
        this.storms = storms;
        this.asked = asked;
        this.news = news;
        this.incidents = incidents;
        this.keeper = keeper;
        this.lag = lag;
        this.pace = pace;
        this.meters = meters;
        this.clock = clock;
    }

    /// Finds what lags in the store: at start, and now and then for what another process wrote.
    public void look() {
        load();
        incidents.store().behind().forEach(l -> lag.found(l, clock.instant()));
        asked.all().forEach(wish -> want(wish.id(), wish.urgency()));
    }

    private void load() {
        if (!loaded) {
            storms.load();
            loaded = true;
        }
    }

    /// One round over what lags and can go on: what people did first, then the storms' cards, then
    /// the rest. For one thread.
    public void run() {
        load();
        asked.fresh().forEach(wish -> want(wish.id(), wish.urgency()));
        lag.arrivals().stream().filter(s -> !storms.takes(s)).forEach(lag::add);
        work(Urgency.CLICK);
        storms.keep();
        work(Urgency.COUNT);
        news.tell(storms.told(), pace.pauses());
    }

    private void want(IncidentId id, Urgency urgency) {
        StoredIncident incident = incidents.find(id).orElse(null);
        if (incident == null) {
            asked.done(id);
        } else if (moreUrgent(id, urgency)) {
            wanted.put(id, urgency);
            storms.own(id);
            lag.add(Sighting.of(incident, urgency, clock.instant()));
        }
    }

    private boolean moreUrgent(IncidentId id, Urgency urgency) {
        Urgency known = wanted.get(id);
        return known == null || urgency.compareTo(known) < 0;
    }

    /// The next one is chosen anew after each, so that a click waits for one call at most.
    private void work(Urgency least) {
        int failures = 0;
        for (int i = 0; i < ATTEMPTS_A_ROUND && failures < FAILURES_A_ROUND; i++) {
            Optional<IncidentId> next = lag.next(clock.instant(), pace::open, least);
            if (next.isEmpty()) {
                return;
            }
            failures += attempt(next.get()) ? 0 : 1;
        }
    }

    /// @return false when it failed
    private boolean attempt(IncidentId id) {
        pace.begin();
        try {
            StoredIncident incident = incidents.find(id).orElse(null);
            Shown shown =
                    incident == null || idle(incident) ? Shown.ALL : keeper.bringUpToDate(incident);
            switch (shown) {
                case ALL -> done(id, incident);
                case CARD -> {
                    lag.shown(id);
                    waits(id, Gate.NONE);
                }
                case NOTHING -> waits(id, null);
            }
            pauses.remove(id);
            return true;
        } catch (IntegrationException e) {
            return failed(id, e);
        } catch (RuntimeException e) {
            // A bug with one card must not starve the others.
            meters.alarm("card-failed");
            lag.later(id, clock.instant().plus(longer(id)));
            LOG.error("The card of {} cannot be drawn; it is tried again", id, e);
            return false;
        }
    }

    private boolean idle(StoredIncident incident) {
        return !incident.behind() && !wanted.containsKey(incident.id());
    }

    private void done(IncidentId id, @Nullable StoredIncident incident) {
        if (wanted.remove(id) != null) {
            asked.done(id);
        }
        lag.done(id, incident == null ? Long.MAX_VALUE : incident.version());
    }

    /// @param otherwise what it waits for when no call was refused; absent when it lost a race
    private void waits(IncidentId id, @Nullable Gate otherwise) {
        Gate gate = pace.refused().orElse(otherwise);
        if (gate == null) {
            lag.later(id, clock.instant().plus(CONTENDED));
        } else {
            lag.waits(id, gate);
        }
    }

    private boolean failed(IncidentId id, IntegrationException e) {
        Optional<Gate> paused = pace.refused();
        if (e.kind() == Kind.RATE_LIMITED && paused.isPresent()) {
            // The whole method rests, and this one keeps its place in the line for it.
            lag.waits(id, paused.get());
            LOG.info("The card of {} waits: {}", id, e.safeMessage());
            return true;
        }
        Duration pause = e.kind() == Kind.RATE_LIMITED ? FIRST_PAUSE : longer(id);
        lag.later(id, clock.instant().plus(pause));
        if (e.kind() == Kind.DENIED) {
            meters.alarm("slack-denied");
            LOG.error("The card of {} waits: {}", id, e.safeMessage());
        } else {
            LOG.warn("The card of {} waits {} s: {}", id, pause.toSeconds(), e.safeMessage());
        }
        return e.kind() == Kind.RATE_LIMITED;
    }

    private Duration longer(IncidentId id) {
        Duration last = pauses.get(id);
        Duration next = last == null ? FIRST_PAUSE : last.multipliedBy(2);
        Duration pause = next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
        pauses.put(id, pause);
        return pause;
    }
}
