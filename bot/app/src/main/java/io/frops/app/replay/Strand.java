package io.frops.app.replay;

import io.frops.core.alert.Activity;
import io.frops.core.alert.Alert;
import io.frops.core.alert.AlertKey;
import io.frops.core.incident.Badge;
import io.frops.core.incident.Change;
import io.frops.core.incident.ClearedAlert;
import io.frops.core.incident.Decision;
import io.frops.core.incident.Evolution;
import io.frops.core.incident.GradedAlert;
import io.frops.core.incident.Incident;
import io.frops.core.incident.IncidentDecider;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.IncidentEvent.AlertsFired;
import io.frops.core.incident.IncidentEvent.AlertsResolved;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.StoredIncident;
import io.frops.core.incident.TrackedAlert;
import io.frops.core.intake.Grader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One incident as it would have gone under other rules. As long as it stands where it was recorded
/// to stand, what was recorded next is what happens; from the first difference on, what sources
/// told and people did are facts, and what follows is decided anew by the same decider as ever.
final class Strand {
    private static final Change.Tick TICK = new Change.Tick(true, Instant.EPOCH);

    /// More timers than these in one gap would be a decider that never rests.
    private static final int MOST_TICKS = 1000;

    private final IncidentDecider decider;
    private final IncidentDecider before;
    private final Grader grader;
    private final List<IncidentEvent> events = new ArrayList<>();
    private final Set<IncidentId> from = new LinkedHashSet<>();
    private @Nullable Incident now;

    Strand(IncidentDecider decider, IncidentDecider before, Grader grader, IncidentId first) {
        this.decider = decider;
        this.before = before;
        this.grader = grader;
        from.add(first);
    }

    Course course() {
        return new Course(events, from);
    }

    Incident state() {
        return Objects.requireNonNull(now, "a strand begins with its opening");
    }

    void add(IncidentEvent event) {
        now = Evolution.evolve(now, event);
        events.add(event);
    }

    void open(StoredIncident incident, List<GradedAlert> alerts, Instant at) {
        Incident was = incident.state();
        Change.Report report = new Change.Report(alerts, Map.of(), List.of(), false);
        decider.open(incident.id(), was.group(), was.origin(), was.subject().summary(), report, at)
                .forEach(this::add);
    }

    /// @param unchanged whether the alerts are graded as they were
    void fired(IncidentId id, AlertsFired event, boolean unchanged, @Nullable Incident recorded) {
        from.add(id);
        if (unchanged && same(recorded)) {
            add(event);
        } else {
            decide(report(event.alerts()), event.at());
        }
    }

    /// @param recorded the incident as it was recorded to be before this event
    void take(IncidentEvent event, @Nullable Incident recorded) {
        if (same(recorded) && (!Told.timed(event) || sameTimer())) {
            apply(event);
            return;
        }
        switch (event) {
            case AlertsResolved(var at, var alerts) -> cleared(at, alerts, recorded);
            case IncidentEvent.AlertsPresumedGone(var at, var keys) ->
                    decide(new Change.Presume(keys), at);
            case IncidentEvent.DuplicateChanged(var at, var duplicate) ->
                    decide(new Change.CountDuplicate(duplicate), at);
            case IncidentEvent.Warned(var at, var badge) -> warned(badge, at);
            case IncidentEvent.TargetMissed(var at) -> decide(TICK, at);
            case IncidentEvent.StepReached(var at, _) -> decide(TICK, at);
            case IncidentEvent.SeverityRaised _, IncidentEvent.SeverityInherited _ -> {}
            case IncidentEvent.Mitigated(_, var by) -> derived(event, Told.byPerson(by), recorded);
            case IncidentEvent.Relapsed _ -> derived(event, false, recorded);
            case IncidentEvent.Resolved resolved -> resolved(resolved, recorded);
            case IncidentEvent.Reopened reopened -> reopened(reopened, recorded);
            case IncidentEvent.Opened _,
                    AlertsFired _,
                    IncidentEvent.AlertsSeen _,
                    IncidentEvent.SeverityChosen _,
                    IncidentEvent.Acknowledged _,
                    IncidentEvent.Escalated _,
                    IncidentEvent.NoteAdded _,
                    IncidentEvent.Silenced _,
                    IncidentEvent.SilenceEnded _,
                    IncidentEvent.MergedInto _,
                    IncidentEvent.WarningLifted _ ->
                    apply(event);
        }
    }

    /// Lets the timers before `to` go off that the rules in force did not have.
    void pass(Instant to, @Nullable Incident recorded) {
        for (int i = 0; i < MOST_TICKS; i++) {
            Incident state = state();
            Instant due = decider.due(state);
            if (due == null || !due.isBefore(to) || (same(recorded) && sameTimer())) {
                return;
            }
            Instant at = due.isBefore(state.changedAt()) ? state.changedAt() : due;
            if (!at.isBefore(to)
                    || !(decider.decide(state, TICK, at) instanceof Decision.Accepted(var all))) {
                return;
            }
            all.forEach(this::add);
        }
        throw new IllegalStateException("the timers of " + from + " never rest");
    }

    private boolean same(@Nullable Incident recorded) {
        Incident state = state();
        return recorded != null
                && recorded.phase().equals(state.phase())
                && recorded.grade().equals(state.grade())
                && recorded.ladder().equals(state.ladder())
                && recorded.firing() == state.firing();
    }

    private boolean sameTimer() {
        return Objects.equals(before.due(state()), decider.due(state()));
    }

    private void warned(Badge badge, Instant at) {
        if (badge.kind() != Badge.Kind.SEVERITY_UNMAPPED) {
            decide(new Change.Warn(badge), at);
        }
    }

    private void cleared(Instant at, List<ClearedAlert> alerts, @Nullable Incident recorded) {
        List<GradedAlert> ended = new ArrayList<>();
        for (ClearedAlert alert : alerts) {
            Alert told = told(alert, recorded);
            if (told != null) {
                ended.add(grader.grade(told));
            }
        }
        decide(report(ended), at);
    }

    private static @Nullable Alert told(ClearedAlert cleared, @Nullable Incident recorded) {
        GradedAlert unknown = cleared.unknown();
        if (unknown != null) {
            return unknown.alert();
        }
        TrackedAlert known = recorded == null ? null : recorded.alerts().get(cleared.key());
        return known == null
                ? null
                : new Alert(
                        known.key(),
                        known.labels(),
                        known.annotations(),
                        cleared.endedAt(),
                        known.generatorUrl());
    }

    /// What was recorded as firing had been believed, so that no doubt is left.
    private static Change.Report report(List<GradedAlert> alerts) {
        Map<AlertKey, Activity.Answer> answers = new HashMap<>();
        alerts.forEach(a -> answers.put(a.alert().key(), Activity.Answer.ACTIVE));
        return new Change.Report(alerts, answers, List.of(), false);
    }

    /// By itself after quiet, it is time's doing; with its target, or by a person, a fact.
    private void resolved(IncidentEvent.Resolved resolved, @Nullable Incident recorded) {
        if (Told.byPerson(resolved.by()) || Told.merged(recorded)) {
            apply(resolved);
        } else {
            decide(TICK, resolved.at());
        }
    }

    private void reopened(IncidentEvent.Reopened reopened, @Nullable Incident recorded) {
        switch (reopened.cause()) {
            case PERSON, TARGET_WAS_OVER -> apply(reopened);
            case FIRED_AGAIN -> derived(reopened, false, recorded);
            case STILL_FIRING -> {
                if (Told.ofAlerts(recorded)) {
                    decide(TICK, reopened.at());
                } else {
                    apply(reopened);
                }
            }
        }
    }

    /// What follows from alerts is decided anew; without alerts it is a fact.
    private void derived(IncidentEvent event, boolean fact, @Nullable Incident recorded) {
        if (fact || !Told.ofAlerts(recorded)) {
            apply(event);
        }
    }

    private void decide(Change change, Instant at) {
        if (decider.decide(state(), change, at) instanceof Decision.Accepted(var all)) {
            all.forEach(this::add);
        }
    }

    /// A fact, if it still can happen: nobody acknowledges what is over already.
    private void apply(IncidentEvent event) {
        if (Told.possible(state(), event)) {
            add(event);
        }
    }
}
