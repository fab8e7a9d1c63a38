package io.frops.core.incident;

import io.frops.core.access.Actor;
import io.frops.core.incident.IncidentEvent.Acknowledged;
import io.frops.core.incident.IncidentEvent.AlertsFired;
import io.frops.core.incident.IncidentEvent.AlertsPresumedGone;
import io.frops.core.incident.IncidentEvent.AlertsResolved;
import io.frops.core.incident.IncidentEvent.AlertsSeen;
import io.frops.core.incident.IncidentEvent.DuplicateChanged;
import io.frops.core.incident.IncidentEvent.Escalated;
import io.frops.core.incident.IncidentEvent.MergedInto;
import io.frops.core.incident.IncidentEvent.Mitigated;
import io.frops.core.incident.IncidentEvent.NoteAdded;
import io.frops.core.incident.IncidentEvent.Opened;
import io.frops.core.incident.IncidentEvent.Relapsed;
import io.frops.core.incident.IncidentEvent.Reopened;
import io.frops.core.incident.IncidentEvent.Resolved;
import io.frops.core.incident.IncidentEvent.SeverityChosen;
import io.frops.core.incident.IncidentEvent.SeverityInherited;
import io.frops.core.incident.IncidentEvent.SeverityRaised;
import io.frops.core.incident.IncidentEvent.SilenceEnded;
import io.frops.core.incident.IncidentEvent.Silenced;
import io.frops.core.incident.IncidentEvent.StepReached;
import io.frops.core.incident.IncidentEvent.TargetMissed;
import io.frops.core.incident.IncidentEvent.Warned;
import io.frops.core.incident.IncidentEvent.WarningLifted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Folds events into the state: the one place that says what an event does. Pure.
public final class Evolution {
    private Evolution() {}

    /// @throws IllegalStateException when the events could not have happened in this order
    public static Incident replay(List<? extends IncidentEvent> events) {
        Incident state = null;
        for (IncidentEvent event : events) {
            state = evolve(state, event);
        }
        if (state == null) {
            throw new IllegalStateException("an incident begins with an event");
        }
        return state;
    }

    /// @param state absent before the first event
    public static Incident evolve(@Nullable Incident state, IncidentEvent event) {
        if (event instanceof Opened opened) {
            if (state != null) {
                throw cannot(state, event);
            }
            return open(opened);
        }
        if (state == null) {
            throw new IllegalStateException("an incident begins with Opened, not " + name(event));
        }
        return next(state, event).changedAt(event.at());
    }

    private static Incident open(Opened e) {
        return new Incident(
                e.id(),
                e.group(),
                e.origin(),
                e.subject(),
                new Phase.Open(),
                new Grade(e.severity(), e.basis(), e.severity(), opener(e.origin()), e.at()),
                Ladder.start(e.at()),
                Alerts.NONE,
                List.of(),
                Map.of(),
                Set.of(),
                e.at(),
                e.at());
    }

    private static Actor opener(Origin origin) {
        return switch (origin) {
            case Origin.Declared(var by) -> Actor.of(by);
            case Origin.Alerting _, Origin.Heartbeat _ -> Actor.bot();
        };
    }

    private static Incident next(Incident s, IncidentEvent event) {
        return switch (event) {
            case Opened e -> throw cannot(s, e);
            case AlertsFired(var at, var alerts) -> fired(s, alerts).seenAt(at);
            case AlertsResolved(var at, var alerts) ->
                    s.with(s.alerts().cleared(alerts)).seenAt(at);
            case AlertsPresumedGone(var at, var keys) -> s.with(s.alerts().presumedGone(keys, at));
            case AlertsSeen(var at) -> s.seenAt(at);
            case SeverityRaised(var at, var to, var basis, _) ->
                    s.with(s.grade().raised(to, basis, at));
            case SeverityInherited(var at, var to, _) ->
                    s.with(s.grade().raised(to, Basis.DUPLICATE, at));
            case SeverityChosen(var at, var to, var by) -> s.with(s.grade().chosen(to, by, at));
            case Escalated(var at, var level, var by, _) ->
                    s.with(s.ladder().raised(level, by, at));
            case TargetMissed _ -> s.with(s.ladder().missed());
            case StepReached(_, var level) -> s.with(s.ladder().turned(level));
            case NoteAdded _ -> s;
            case Silenced(_, var silence, _) -> s.with(appended(s.silences(), silence));
            case SilenceEnded(_, var source, var id, _) ->
                    s.with(ended(s.silences(), source.value(), id));
            case DuplicateChanged(_, var duplicate) -> counted(s, duplicate);
            case Warned(_, var badge) -> s.with(badge);
            case WarningLifted(_, var kind, _) -> s.without(kind);
            case Acknowledged _, Mitigated _, Relapsed _, Resolved _, Reopened _, MergedInto _ ->
                    moved(s, event);
        };
    }

    private static Incident moved(Incident s, IncidentEvent event) {
        Phase phase = Transitions.after(s, event);
        Incident moved = s.with(phase);
        return event instanceof Reopened(var at, _, _)
                ? moved.with(Ladder.start(at)).withoutDuplicates()
                : moved;
    }

    private static Incident fired(Incident s, List<GradedAlert> alerts) {
        Grade grade = s.grade();
        for (GradedAlert alert : alerts) {
            grade = grade.seen(alert.severity());
        }
        return s.with(s.alerts().fired(alerts)).with(grade);
    }

    private static Incident counted(Incident s, Duplicate duplicate) {
        Severity severity = duplicate.severity();
        return s.with(duplicate).with(severity == null ? s.grade() : s.grade().seen(severity));
    }

    private static List<Silence> appended(List<Silence> all, Silence one) {
        List<Silence> next = new ArrayList<>(all);
        next.add(one);
        return next;
    }

    private static List<Silence> ended(List<Silence> all, String source, String id) {
        return all.stream()
                .map(s -> s.id().equals(id) && s.source().value().equals(source) ? s.over() : s)
                .toList();
    }

    static IllegalStateException cannot(Incident state, IncidentEvent event) {
        return new IllegalStateException(
                name(event)
                        + " cannot follow in "
                        + state.id()
                        + ", which is "
                        + state.phase().word());
    }

    private static String name(IncidentEvent event) {
        return event.getClass().getSimpleName();
    }
}
