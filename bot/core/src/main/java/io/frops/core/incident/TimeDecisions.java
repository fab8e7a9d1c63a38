package io.frops.core.incident;

import io.frops.core.access.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What time alone does to an incident.
final class TimeDecisions {
    private final IncidentRules rules;

    TimeDecisions(IncidentRules rules) {
        this.rules = rules;
    }

    Decision tick(Incident s, Change.Tick tick, Instant at) {
        List<IncidentEvent> events = new ArrayList<>();
        Instant target = targetAt(s);
        if (target != null && !target.isAfter(at)) {
            events.add(new IncidentEvent.TargetMissed(at));
        }
        pagesToCome(s)
                .filter(p -> !p.at().isAfter(at))
                .reduce((_, later) -> later)
                .ifPresent(p -> events.add(new IncidentEvent.StepReached(at, p.level())));
        if (quietEnough(s, tick, at)) {
            events.add(new IncidentEvent.Resolved(at, Actor.bot(), Set.of()));
        }
        Instant stillFiring = stillFiringAt(s);
        if (stillFiring != null && !stillFiring.isAfter(at)) {
            events.add(
                    new IncidentEvent.Reopened(
                            at, Actor.bot(), IncidentEvent.Reopened.Cause.STILL_FIRING));
        }
        return IncidentDecider.all(events);
    }

    @Nullable Instant due(Incident s) {
        Instant page = pagesToCome(s).map(EscalationPolicy.Page::at).findFirst().orElse(null);
        return Stream.of(
                        targetAt(s),
                        page,
                        quietAt(s),
                        stillFiringAt(s),
                        leavesAt(s),
                        neighbourAt(s))
                .filter(t -> t != null)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /// From when on it may owe something to a neighbour: a merged one its count to its target, a
    /// resolved one the end of its silences.
    private static @Nullable Instant neighbourAt(Incident s) {
        return switch (s.phase()) {
            case Phase.Merged(_, _, var at) -> at;
            case Phase.Resolved(_, var at, _) ->
                    s.silences().stream().anyMatch(silence -> silence.active(at)) ? at : null;
            case Phase.Open _, Phase.Acknowledged _, Phase.Mitigated _ -> null;
        };
    }

    @Nullable Instant leavesAt(Incident s) {
        return s.phase() instanceof Phase.Resolved(_, var at, _)
                ? at.plus(rules.reopenWithin())
                : null;
    }

    /// When the response target passes; absent once somebody took it or it passed.
    private @Nullable Instant targetAt(Incident s) {
        boolean waiting = s.phase() instanceof Phase.Open && !s.ladder().targetMissed();
        return waiting ? rules.targets().deadline(s.severity(), s.ladder().since()) : null;
    }

    /// The turns that are still to come, in order of time. What is due from the start is on the
    /// card from the start, and whom a person has called already needs no turn.
    private Stream<EscalationPolicy.Page> pagesToCome(Incident s) {
        Ladder ladder = s.ladder();
        return rules.escalation().pages(s).stream()
                .filter(p -> p.at().isAfter(ladder.since()) && p.level() > ladder.turn())
                .filter(p -> ladder.level() == 1 || p.level() > ladder.level());
    }

    private boolean quietEnough(Incident s, Change.Tick tick, Instant at) {
        Instant quiet = quietAt(s);
        return quiet != null
                && !quiet.isAfter(at)
                && tick.sourceTrusted()
                && !s.has(Badge.Kind.SOURCE_UNSURE)
                && !tick.trustedSince().plus(rules.resolveAfterQuiet()).isAfter(at);
    }

    /// When quiet resolves it; absent unless everything is clear and its severity resolves by
    /// itself. An incident without alerts is resolved only by a person.
    private @Nullable Instant quietAt(Incident s) {
        boolean byItself = rules.resolveByThemselves().contains(s.severity());
        boolean alerting = !s.alerts().isEmpty();
        return byItself
                        && alerting
                        && s.firing() == 0
                        && s.phase() instanceof Phase.Mitigated(var at, _)
                ? at.plus(rules.resolveAfterQuiet())
                : null;
    }

    private @Nullable Instant stillFiringAt(Incident s) {
        return s.phase() instanceof Phase.Resolved(_, var at, var keys)
                        && s.alerts().firingKeys().stream().anyMatch(keys::contains)
                ? at.plus(rules.stillFiringAfter())
                : null;
    }
}
