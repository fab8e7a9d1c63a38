package io.frops.core.intake;

import io.frops.core.access.Actor;
import io.frops.core.alert.AlertSource;
import io.frops.core.alert.SourceName;
import io.frops.core.failure.IntegrationException;
import io.frops.core.incident.Change;
import io.frops.core.incident.Duplicate;
import io.frops.core.incident.Incident;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Incidents;
import io.frops.core.incident.Origin;
import io.frops.core.incident.Phase;
import io.frops.core.incident.Silence;
import io.frops.core.incident.StoredIncident;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What time and neighbours do to incidents, found from their state alone, so that a crash in
/// between is mended by the next round: timers, merged incidents' counts and ends, silences that
/// outlive their incident, and the move to the history. For one thread.
public final class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    /// Between looks into the store, each as far ahead: a timer that another process set is met in
    /// time, unless it runs shorter than this.
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final Incidents incidents;
    private final Agenda agenda;
    private final ResolvedKeys resolved;
    private final Heartbeats heartbeats;
    private final Map<SourceName, AlertSource> sources;
    private final InstantSource clock;
    private boolean scheduled;
    private Instant nextLook = Instant.EPOCH;

    /// @param agenda told of all that this process writes
    public Upkeep(
            Incidents incidents,
            Agenda agenda,
            ResolvedKeys resolved,
            Heartbeats heartbeats,
            Map<SourceName, AlertSource> sources,
            InstantSource clock) {
        this.incidents = incidents;
        this.agenda = agenda;
        this.resolved = resolved;
        this.heartbeats = heartbeats;
        this.sources = Map.copyOf(sources);
        this.clock = clock;
    }

    /// To be called before the first round after another replica's: nothing remembered counts.
    public void begin() {
        agenda.begin(true);
        scheduled = false;
        nextLook = Instant.EPOCH;
    }

    /// Another replica looks after incidents from now on.
    public void end() {
        agenda.begin(false);
    }

    /// One round over the incidents whose time has come. A failure with one leaves the others
    /// alone.
    public void run() {
        Instant now = clock.instant();
        if (!scheduled) {
            scheduleAll();
            scheduled = true;
        }
        if (!nextLook.isAfter(now)) {
            agenda.found(incidents.store().due(now.plus(LOOK)));
            nextLook = now.plus(LOOK);
        }
        agenda.next(now).forEach(this::attempt);
    }

    /// Policies may have changed since the incidents were written, so when each is due is computed
    /// again.
    private void scheduleAll() {
        for (StoredIncident stored : incidents.store().current()) {
            Instant due = incidents.decider().due(stored.state());
            if (differ(due, stored.due())) {
                incidents.store().reschedule(stored.id(), stored.version(), due);
            }
            agenda.changed(stored.dueAt(due));
        }
    }

    /// A store may keep milliseconds only.
    private static boolean differ(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one != null || other != null;
        }
        return Duration.between(one, other).abs().compareTo(Duration.ofMillis(1)) > 0;
    }

    private void attempt(IncidentId id) {
        try {
            Optional<StoredIncident> stored = incidents.find(id);
            stored.ifPresentOrElse(s -> mend(s, clock.instant()), () -> agenda.forget(id));
        } catch (IntegrationException e) {
            LOG.warn("{} is looked after again later: {}", id, e.safeMessage());
        } catch (RuntimeException e) {
            // A bug with one incident must not stop the others' timers.
            LOG.error("{} could not be looked after; a later round tries again", id, e);
        }
    }

    private void mend(StoredIncident stored, Instant now) {
        Incident state = stored.state();
        Instant due = stored.due();
        if (due == null || due.isAfter(now)) {
            agenda.changed(stored);
            return;
        }
        Heartbeats.Trust trust = trust(state);
        incidents.change(stored.id(), null, new Change.Tick(trust.trusted(), trust.since()));
        if (state.phase() instanceof Phase.Merged merged) {
            agenda.follows(stored.id(), merged.target());
            count(stored, merged);
        }
        if (state.resolved()) {
            close(stored, now);
        }
    }

    /// An incident closes with all that counts for it, so that each of their sources must be
    /// trusted.
    private Heartbeats.Trust trust(Incident state) {
        Heartbeats.Trust trust = trust(state.origin());
        for (IncidentId id : state.duplicates().keySet()) {
            StoredIncident duplicate = incidents.find(id).orElse(null);
            if (duplicate != null) {
                trust = trust.and(trust(duplicate.state().origin()));
            }
        }
        return trust;
    }

    private Heartbeats.Trust trust(Origin origin) {
        return switch (origin) {
            case Origin.Alerting(var source, _, _) -> heartbeats.trust(source);
            case Origin.Declared _, Origin.Heartbeat _ -> Heartbeats.Trust.always();
        };
    }

    private void count(StoredIncident duplicate, Phase.Merged merged) {
        StoredIncident target = incidents.find(merged.target()).orElse(null);
        if (target == null) {
            return;
        }
        if (target.state().resolved()) {
            incidents.change(duplicate.id(), null, new Change.CloseWithTarget(target.state()));
            return;
        }
        Duplicate known = target.state().duplicates().get(duplicate.id());
        Duplicate now = Duplicate.of(duplicate);
        if (known == null || !known.counts(now)) {
            incidents.change(target.id(), null, new Change.CountDuplicate(now));
        }
    }

    private void close(StoredIncident stored, Instant now) {
        for (Silence silence : stored.state().silences()) {
            if (silence.active(now)) {
                end(stored, silence);
            }
        }
        Instant leaves = incidents.decider().leavesAt(stored.state());
        if (leaves != null && !leaves.isAfter(now)) {
            leave(stored);
        }
    }

    /// One that is in the history already, where notes are taken still, has nothing left to do.
    private void leave(StoredIncident stored) {
        Optional<StoredIncident> current = incidents.store().current(stored.state().group());
        if (current.map(StoredIncident::id).equals(Optional.of(stored.id()))) {
            resolved.add(
                    stored.state().group(),
                    stored.state().alerts().all().stream()
                            .filter(a -> !a.firing())
                            .map(a -> a.key())
                            .collect(Collectors.toList()));
            if (!incidents.store().archive(stored)) {
                return;
            }
        }
        agenda.forget(stored.id());
    }

    private void end(StoredIncident stored, Silence silence) {
        AlertSource source = sources.get(silence.source());
        if (source != null && source.hasApi()) {
            source.endSilence(silence.id());
            incidents.change(stored.id(), null, new Change.EndSilence(silence, Actor.bot()));
        }
    }
}
