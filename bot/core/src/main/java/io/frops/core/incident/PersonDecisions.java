package io.frops.core.incident;

import io.frops.core.access.Actor;
import io.frops.core.alert.AlertKey;
import io.frops.core.incident.Decision.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What a person's wish does to an incident.
final class PersonDecisions {
    private static final List<String> PHASES =
            List.of("open", "acknowledged", "mitigated", "resolved");

    Decision decide(Incident s, Change change, Instant at) {
        if (s.phase() instanceof Phase.Merged(var target, var by, var when)
                && !(change instanceof Change.Note)) {
            return new Refused(new Refusal.AlreadyMerged(target, by, when));
        }
        return switch (change) {
            case Change.Acknowledge(var by) -> acknowledge(s, Actor.of(by), at);
            case Change.Escalate escalate -> escalate(s, escalate, at);
            case Change.SetSeverity severity -> severity(s, severity, at);
            case Change.Mitigate(var by) -> mitigate(s, Actor.of(by), at);
            case Change.Resolve resolve -> resolve(s, resolve, at);
            case Change.Reopen(var by) -> reopen(s, Actor.of(by), at);
            case Change.Note(var by, var text) ->
                    IncidentDecider.accept(new IncidentEvent.NoteAdded(at, Actor.of(by), text));
            case Change.Silenced(var silence, var matchers) ->
                    s.silences().stream().anyMatch(silence::is)
                            ? new Decision.Nothing()
                            : IncidentDecider.accept(
                                    new IncidentEvent.Silenced(at, silence, matchers));
            case Change.EndSilence(var silence, var by) -> endSilence(s, silence, by, at);
            case Change.MergeInto(var by, var target) -> merge(s, Actor.of(by), target, at);
            case Change.Report _,
                    Change.Presume _,
                    Change.Warn _,
                    Change.Lift _,
                    Change.CountDuplicate _,
                    Change.CloseWithTarget _,
                    Change.HeartbeatIs _,
                    Change.Tick _ ->
                    throw new IllegalArgumentException("not a person's wish: " + change);
        };
    }

    Decision closeWithTarget(Incident s, Incident target, Instant at) {
        if (!(s.phase() instanceof Phase.Merged merged)
                || !(target.phase() instanceof Phase.Resolved resolved)
                || !merged.target().equals(target.id())) {
            return new Decision.Nothing();
        }
        // Two replicas' clocks may differ a little; that it was counted is certain.
        boolean counted = target.duplicates().containsKey(s.id());
        return IncidentDecider.accept(
                counted || !resolved.at().isBefore(merged.at())
                        ? new IncidentEvent.Resolved(at, Actor.bot(), s.alerts().firingKeys())
                        : new IncidentEvent.Reopened(
                                at, Actor.bot(), IncidentEvent.Reopened.Cause.TARGET_WAS_OVER));
    }

    private static Decision acknowledge(Incident s, Actor by, Instant at) {
        return switch (s.phase()) {
            case Phase.Open _ -> IncidentDecider.accept(new IncidentEvent.Acknowledged(at, by));
            case Phase.Acknowledged(var ack) -> taken(ack, by);
            case Phase.Mitigated(_, var ack) ->
                    ack == null
                            ? IncidentDecider.accept(new IncidentEvent.Acknowledged(at, by))
                            : taken(ack, by);
            case Phase.Resolved(var who, var when, _) ->
                    new Refused(new Refusal.AlreadyResolved(who, when));
            case Phase.Merged(var target, var who, var when) ->
                    new Refused(new Refusal.AlreadyMerged(target, who, when));
        };
    }

    private static Decision taken(Phase.Ack ack, Actor by) {
        return ack.by().equals(by)
                ? new Decision.Nothing()
                : new Refused(new Refusal.AlreadyAcknowledged(ack.by(), ack.at()));
    }

    private static Decision escalate(Incident s, Change.Escalate change, Instant at) {
        if (s.phase() instanceof Phase.Resolved(var by, var when, _)) {
            return new Refused(new Refusal.AlreadyResolved(by, when));
        }
        Ladder ladder = s.ladder();
        Integer assumed = change.assumed();
        if (assumed != null && assumed != ladder.level()) {
            return new Refused(new Refusal.LevelIsNow(ladder.level(), ladder.by(), ladder.at()));
        }
        if (ladder.level() >= Ladder.TOP) {
            return new Refused(new Refusal.AtTopLevel(ladder.level()));
        }
        return IncidentDecider.accept(
                new IncidentEvent.Escalated(
                        at, ladder.level() + 1, Actor.of(change.by()), change.reason()));
    }

    private static Decision severity(Incident s, Change.SetSeverity change, Instant at) {
        if (s.phase() instanceof Phase.Resolved(var by, var when, _)) {
            return new Refused(new Refusal.AlreadyResolved(by, when));
        }
        Grade grade = s.grade();
        if (grade.severity() == change.to()) {
            return grade.basis() == Basis.PERSON || change.assumed() != null
                    ? new Decision.Nothing()
                    : chosen(s, change, at);
        }
        if (change.assumed() != null && change.assumed() != grade.severity()) {
            return new Refused(new Refusal.SeverityIsNow(grade.severity(), grade.by(), grade.at()));
        }
        return chosen(s, change, at);
    }

    /// What a person chose is no assumption any more.
    private static Decision chosen(Incident s, Change.SetSeverity change, Instant at) {
        Actor by = Actor.of(change.by());
        IncidentEvent chosen = new IncidentEvent.SeverityChosen(at, change.to(), by);
        Badge.Kind assumed = Badge.Kind.SEVERITY_UNMAPPED;
        return s.has(assumed)
                ? new Decision.Accepted(
                        List.of(new IncidentEvent.WarningLifted(at, assumed, by), chosen))
                : IncidentDecider.accept(chosen);
    }

    private static Decision mitigate(Incident s, Actor by, Instant at) {
        return switch (s.phase()) {
            case Phase.Open _, Phase.Acknowledged _ ->
                    s.firing() > 0
                            ? new Refused(new Refusal.StillFiring(s.firing()))
                            : IncidentDecider.accept(new IncidentEvent.Mitigated(at, by));
            case Phase.Mitigated(var when, _) -> new Refused(new Refusal.AlreadyMitigated(when));
            case Phase.Resolved(var who, var when, _) ->
                    new Refused(new Refusal.AlreadyResolved(who, when));
            case Phase.Merged(var target, var who, var when) ->
                    new Refused(new Refusal.AlreadyMerged(target, who, when));
        };
    }

    private static Decision resolve(Incident s, Change.Resolve change, Instant at) {
        if (s.phase() instanceof Phase.Resolved(var who, var when, _)) {
            return new Refused(new Refusal.AlreadyResolved(who, when));
        }
        boolean unasked = s.firing() > 0 && !change.evenIfFiring();
        if (unasked || (change.seen() != null && isWorse(s, change.seen()))) {
            return new Decision.AskFirst(s.firing());
        }
        Set<AlertKey> stillFiring = s.alerts().firingKeys();
        return IncidentDecider.accept(
                new IncidentEvent.Resolved(at, Actor.of(change.by()), stillFiring));
    }

    /// Whether more fires than the person saw, or it has gone back to an earlier phase since: a yes
    /// to what was then is no yes to what is now.
    private static boolean isWorse(Incident s, Change.Resolve.Seen seen) {
        return (seen.firing() != null && s.firing() > seen.firing())
                || PHASES.indexOf(s.phase().word()) < PHASES.indexOf(seen.phase());
    }

    private static Decision reopen(Incident s, Actor by, Instant at) {
        return s.resolved()
                ? IncidentDecider.accept(
                        new IncidentEvent.Reopened(at, by, IncidentEvent.Reopened.Cause.PERSON))
                : new Refused(new Refusal.NotResolved(s.phase().word()));
    }

    private static Decision endSilence(Incident s, Silence silence, Actor by, Instant at) {
        boolean known = s.silences().stream().anyMatch(x -> x.is(silence) && !x.ended());
        return known
                ? IncidentDecider.accept(
                        new IncidentEvent.SilenceEnded(at, silence.source(), silence.id(), by))
                : new Decision.Nothing();
    }

    private static Decision merge(Incident s, Actor by, IncidentId target, Instant at) {
        if (s.phase() instanceof Phase.Resolved(var who, var when, _)) {
            return new Refused(new Refusal.AlreadyResolved(who, when));
        }
        return target.compareTo(s.id()) < 0
                ? IncidentDecider.accept(new IncidentEvent.MergedInto(at, target, by))
                : new Refused(new Refusal.OnlyIntoOlder(target));
    }
}
