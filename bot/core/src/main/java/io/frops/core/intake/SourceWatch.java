package io.frops.core.intake;

import io.frops.core.access.Actor;
import io.frops.core.alert.AlertKey;
import io.frops.core.alert.AlertSource;
import io.frops.core.alert.GroupId;
import io.frops.core.alert.Notification;
import io.frops.core.alert.Poll;
import io.frops.core.alert.SourceName;
import io.frops.core.failure.IntegrationException;
import io.frops.core.incident.Badge;
import io.frops.core.incident.Change;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.Incidents;
import io.frops.core.incident.Origin;
import io.frops.core.incident.Severity;
import io.frops.core.incident.StoredIncident;
import io.frops.core.incident.Watched;
import io.frops.core.platform.Services;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Compares one source with the incidents, at start and every minute, and does what the comparison
/// calls for. One thread at a time.
public final class SourceWatch {
    private static final Logger LOG = LoggerFactory.getLogger(SourceWatch.class);

    /// A person's word that a source is right holds this long.
    private static final Duration TRUSTED_FOR = Duration.ofMinutes(10);

    private final AlertSource source;
    private final Reconciliation reconciliation;
    private final HeartbeatBook heartbeats;
    private final Intake intake;
    private final Incidents incidents;
    private final InstantSource clock;
    private final Divergence divergence;

    /// Told of each finding by which source and incidents differed.
    @FunctionalInterface
    public interface Divergence {
        void found(SourceName source, String kind);
    }

    public SourceWatch(
            AlertSource source,
            Reconciliation reconciliation,
            HeartbeatBook heartbeats,
            Intake intake,
            Incidents incidents,
            InstantSource clock,
            Divergence divergence) {
        this.source = source;
        this.reconciliation = reconciliation;
        this.heartbeats = heartbeats;
        this.intake = intake;
        this.incidents = incidents;
        this.clock = clock;
        this.divergence = divergence;
    }

    /// To be called before the first comparison after another replica's.
    public void begin() {
        reconciliation.forget();
    }

    /// One comparison. A failure of source or store is logged and met again by the next one.
    public void run() {
        try {
            if (!source.hasApi()) {
                act(heartbeats.passed(source.name(), clock.instant()));
                return;
            }
            Poll poll = source.poll();
            Instant now = clock.instant();
            act(heartbeats.polled(source.name(), poll, now));
            act(reconciliation.compare(poll, known(), this::trusted, now));
            confirm(poll);
        } catch (IntegrationException e) {
            LOG.warn(
                    "The comparison with {} is tried again later: {}",
                    source.name(),
                    e.safeMessage());
        }
    }

    /// A notification of this source was cut short: fetch what it left out.
    public void leftOut(Notification cutShort) {
        if (source.hasApi()) {
            try {
                act(reconciliation.leftOut(source.poll(), cutShort, known()));
            } catch (IntegrationException e) {
                LOG.warn("What {} left out is fetched later: {}", source.name(), e.safeMessage());
            }
        }
    }

    private void act(List<? extends Finding> findings) {
        findings.forEach(finding -> attempt(() -> act(finding)));
    }

    /// What cannot be done to one incident must not keep the others from what is theirs; the next
    /// comparison finds it again.
    private void attempt(Runnable one) {
        try {
            one.run();
        } catch (IntegrationException e) {
            LOG.warn("What {} calls for is done later: {}", source.name(), e.safeMessage());
        }
    }

    private void act(Finding finding) {
        switch (finding) {
            case Finding.Presume(var group, var keys) -> {
                divergence.found(source.name(), "presumed-gone");
                change(group, new Change.Presume(keys));
            }
            case Finding.Missing(var notification) -> {
                if (taken(notification)) {
                    divergence.found(source.name(), "never-accepted");
                }
            }
            case Finding.Doubt(_, var groups) -> {
                divergence.found(source.name(), "doubt");
                groups.forEach(group -> attempt(() -> change(group, unsure())));
            }
            case Finding.Sure _ -> lift(Badge.Kind.SOURCE_UNSURE);
            case Finding.SourceSilent(var name, var member, var why) ->
                    LOG.warn("{} of {} did not answer: {}", member, name, why);
            case Finding.HeartbeatMissing(_, var since) -> missing(since);
            case Finding.HeartbeatBack(_, var at) -> back(at);
        }
    }

    /// @return false when it is for an incident that a newer version wrote: that version's to take,
    ///   and met again each time
    private boolean taken(Notification neverAccepted) {
        try {
            intake.accept(neverAccepted);
            return true;
        } catch (IntegrationException e) {
            if (e.kind() != IntegrationException.Kind.NOT_USABLE) {
                throw e;
            }
            LOG.debug("Left to a newer version: {}", e.safeMessage());
            return false;
        }
    }

    private static Change unsure() {
        return new Change.Warn(new Badge(Badge.Kind.SOURCE_UNSURE, ""));
    }

    private void missing(Instant since) {
        attempt(() -> openMissing(since));
        Change warn = new Change.Warn(new Badge(Badge.Kind.HEARTBEAT_MISSING, since.toString()));
        open().filter(s -> !s.has(Badge.Kind.HEARTBEAT_MISSING))
                .forEach(s -> attempt(() -> incidents.change(s.id(), null, warn)));
    }

    private void openMissing(Instant since) {
        GroupId group = heartbeatGroup();
        StoredIncident known = incidents.store().current(group).orElse(null);
        if (known != null) {
            incidents.change(known.id(), null, new Change.HeartbeatIs(false, since));
            return;
        }
        String summary =
                "No heartbeat from "
                        + source.name()
                        + ": alerts may be lost, and nothing resolves by itself";
        incidents.open(
                null,
                id ->
                        incidents
                                .decider()
                                .declare(
                                        id,
                                        group,
                                        new Origin.Heartbeat(source.name()),
                                        Severity.SEV2,
                                        Services.NONE,
                                        summary,
                                        clock.instant()));
    }

    private void back(Instant at) {
        attempt(() -> change(heartbeatGroup(), new Change.HeartbeatIs(true, at)));
        lift(Badge.Kind.HEARTBEAT_MISSING);
    }

    private GroupId heartbeatGroup() {
        return GroupId.of(source.name(), "heartbeat", Map.of());
    }

    /// Could not be asked before: now it says what was in doubt.
    private void confirm(Poll poll) {
        Set<AlertKey> held =
                poll.answered().stream()
                        .flatMap(member -> member.held().stream())
                        .map(h -> h.alert().key())
                        .collect(Collectors.toSet());
        Badge.Kind kind = Badge.Kind.DOUBTFUL;
        lift(kind, open().filter(s -> held.containsAll(s.firing())));
    }

    private void lift(Badge.Kind kind) {
        lift(kind, open());
    }

    private void lift(Badge.Kind kind, Stream<Watched> among) {
        among.filter(s -> s.has(kind))
                .forEach(s ->
                        attempt(() ->
                                incidents.change(
                                        s.id(), null, new Change.Lift(kind, Actor.bot()))));
    }

    private void change(GroupId group, Change change) {
        incidents.store().current(group).ifPresent(s -> incidents.change(s.id(), null, change));
    }

    /// Incidents of this source that are not over.
    private Stream<Watched> open() {
        return watched().filter(w -> !w.resolved());
    }

    /// All of this source that are not in the history.
    private Stream<Watched> watched() {
        return incidents.store().watched().stream().filter(this::isOurs);
    }

    private boolean isOurs(Watched incident) {
        return incident.origin() instanceof Origin.Alerting(var name, _, _)
                && name.equals(source.name());
    }

    private List<Reconciliation.Known> known() {
        return watched()
                .flatMap(w -> w.firing().stream().map(k -> new Reconciliation.Known(w.group(), k)))
                .toList();
    }

    /// Whether a person said lately that the source is right: it took the doubt off one of the
    /// cards. Asked only when there is something to doubt.
    private boolean trusted() {
        Instant lately = clock.instant().minus(TRUSTED_FOR);
        return watched()
                .filter(w -> w.changedAt().isAfter(lately) && !w.has(Badge.Kind.SOURCE_UNSURE))
                .flatMap(w -> incidents.find(w.id()).stream())
                .flatMap(s -> since(s, lately).stream())
                .anyMatch(e ->
                        e instanceof IncidentEvent.WarningLifted(var at, var kind, var by)
                                && kind == Badge.Kind.SOURCE_UNSURE
                                && by instanceof Actor.Human
                                && at.isAfter(lately));
    }

    /// The incident's events since then at least: a busy one may have moved them to pages already.
    private List<IncidentEvent> since(StoredIncident stored, Instant then) {
        List<IncidentEvent> tail = stored.events();
        if (!tail.isEmpty() && !tail.getFirst().at().isAfter(then)) {
            return tail;
        }
        try {
            return incidents.store().whole(stored).events();
        } catch (IntegrationException e) {
            LOG.warn("Of {} only the latest events are read: {}", stored.id(), e.safeMessage());
            return tail;
        }
    }
}
