package io.frops.core.incident;

import io.frops.core.alert.GroupId;
import io.frops.core.incident.Change.Report;
import io.frops.core.incident.Decision.Accepted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says what comes of a change: pure functions of state, change and time.
public final class IncidentDecider {
    private final AlertDecisions alerts;
    private final PersonDecisions people;
    private final TimeDecisions time;

    public IncidentDecider(IncidentRules rules) {
        alerts = new AlertDecisions(rules);
        people = new PersonDecisions();
        time = new TimeDecisions(rules);
    }

    /// What a change does to an incident.
    ///
    /// @param now event times are the later of this and the incident's last event
    public Decision decide(Incident state, Change change, Instant now) {
        Instant at = now.isBefore(state.changedAt()) ? state.changedAt() : now;
        return switch (change) {
            case Report report -> alerts.report(state, report, at);
            case Change.Presume(var keys) -> alerts.presume(state, keys, at);
            case Change.Warn(var badge) -> alerts.warn(state, badge, at);
            case Change.Lift(var kind, var by) ->
                    state.has(kind)
                            ? accept(new IncidentEvent.WarningLifted(at, kind, by))
                            : new Decision.Nothing();
            case Change.HeartbeatIs heartbeat -> alerts.heartbeat(state, heartbeat, at);
            case Change.Tick tick -> time.tick(state, tick, at);
            case Change.CountDuplicate(var duplicate) -> alerts.count(state, duplicate, at);
            case Change.CloseWithTarget(var target) -> people.closeWithTarget(state, target, at);
            case Change.Acknowledge _,
                    Change.Escalate _,
                    Change.SetSeverity _,
                    Change.Mitigate _,
                    Change.Resolve _,
                    Change.Reopen _,
                    Change.Note _,
                    Change.Silenced _,
                    Change.EndSilence _,
                    Change.MergeInto _ ->
                    people.decide(state, change, at);
        };
    }

    /// The events that open an incident for a group of alerts, at least one of which fires.
    public List<IncidentEvent> open(
            IncidentId id,
            GroupId group,
            Origin origin,
            String summary,
            Report report,
            Instant at) {
        return alerts.open(id, group, origin, summary, report, at);
    }

    /// The events that open an incident which has no alerts: declared by a person, or for a missing
    /// heartbeat.
    public List<IncidentEvent> declare(
            IncidentId id,
            GroupId group,
            Origin origin,
            Severity severity,
            String service,
            String summary,
            Instant at) {
        Subject subject = new Subject(service, summary, at, at);
        Basis basis = origin instanceof Origin.Declared ? Basis.PERSON : Basis.RULE;
        return List.of(new IncidentEvent.Opened(at, id, group, origin, severity, basis, subject));
    }

    /// The next instant at which time or a neighbour changes something; absent when nothing waits.
    public @Nullable Instant due(Incident state) {
        return time.due(state);
    }

    /// When a resolved incident can no longer be reopened by an alert; absent while it is not
    /// resolved.
    public @Nullable Instant leavesAt(Incident state) {
        return time.leavesAt(state);
    }

    static Decision accept(IncidentEvent event) {
        return new Accepted(List.of(event));
    }

    /// The events as a decision, [Decision.Nothing] when there are none.
    static Decision all(List<IncidentEvent> events) {
        return events.isEmpty() ? new Decision.Nothing() : new Accepted(events);
    }

    /// Adds what follows from what was decided: all clear mitigates, a firing ends a mitigation.
    static List<IncidentEvent> settled(Incident state, List<IncidentEvent> events, Instant at) {
        List<IncidentEvent> all = new ArrayList<>(events);
        Incident after = state;
        for (IncidentEvent event : events) {
            after = Evolution.evolve(after, event);
        }
        if (after.firing() > 0 && after.phase() instanceof Phase.Mitigated) {
            all.add(new IncidentEvent.Relapsed(at));
        }
        boolean working =
                after.phase() instanceof Phase.Open || after.phase() instanceof Phase.Acknowledged;
        boolean cleared =
                state.firing() > 0 && after.firing() == 0 && !after.has(Badge.Kind.SURPLUS);
        if (working && cleared) {
            all.add(new IncidentEvent.Mitigated(at, io.frops.core.access.Actor.bot()));
        }
        return all;
    }
}
