package io.frops.core.incident;

import io.frops.core.access.Actor;
import io.frops.core.alert.Activity.Answer;
import io.frops.core.alert.AlertKey;
import io.frops.core.alert.GroupId;
import io.frops.core.incident.Change.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an alert source's word does to an incident.
final class AlertDecisions {
    private final IncidentRules rules;

    AlertDecisions(IncidentRules rules) {
        this.rules = rules;
    }

    List<IncidentEvent> open(
            IncidentId id, GroupId group, Origin origin, String summary, Report told, Instant at) {
        Report report = fitting(told, Room.fit(Alerts.NONE, told.alerts()));
        List<GradedAlert> firing =
                report.alerts().stream().filter(a -> a.alert().firing()).toList();
        GradedAlert worst = firing.stream().min(worstFirst()).orElseThrow();
        Instant since =
                firing.stream()
                        .map(a -> a.alert().key().startsAt())
                        .min(Comparator.naturalOrder())
                        .orElse(at);
        Subject subject = new Subject(worst.service(), summary, since, at);
        List<IncidentEvent> events = new ArrayList<>();
        events.add(
                new IncidentEvent.Opened(
                        at, id, group, origin, worst.severity(), worst.basis(), subject));
        Room.parts(firing).forEach(p -> events.add(new IncidentEvent.AlertsFired(at, p)));
        List<ClearedAlert> cleared =
                report.alerts().stream()
                        .filter(a -> !a.alert().firing())
                        .map(AlertDecisions::unknownCleared)
                        .toList();
        if (!cleared.isEmpty()) {
            events.add(new IncidentEvent.AlertsResolved(at, cleared));
        }
        if (worst.basis() == Basis.UNMAPPED) {
            events.add(new IncidentEvent.Warned(at, new Badge(Badge.Kind.SEVERITY_UNMAPPED, "")));
        }
        report.warnings().forEach(w -> events.add(new IncidentEvent.Warned(at, w)));
        return events;
    }

    /// What finds no room is counted on the card, and the card says so.
    private static Report fitting(Report told, Room.Fit fit) {
        if (fit.surplus() == 0) {
            return told.with(fit.alerts(), told.warnings());
        }
        List<Badge> warnings = new ArrayList<>(told.warnings());
        warnings.add(new Badge(Badge.Kind.SURPLUS, Integer.toString(fit.surplus())));
        return told.with(fit.alerts(), warnings);
    }

    Decision report(Incident state, Report told, Instant at) {
        Room.Fit fit = Room.fit(state.alerts(), told.alerts());
        Report report = fitting(told, atLeast(state, fit));
        Set<AlertKey> doubtful = doubtful(state, report);
        if (!report.answers().keySet().containsAll(doubtful)) {
            return new Decision.Doubtful(doubtful);
        }
        List<GradedAlert> fired = fired(state, report, doubtful);
        List<ClearedAlert> cleared = cleared(state, report);
        cleared.addAll(superseded(state, fired, cleared, at));
        List<IncidentEvent> events = new ArrayList<>();
        if (!fired.isEmpty()) {
            Room.parts(fired).forEach(p -> events.add(new IncidentEvent.AlertsFired(at, p)));
            raise(state, fired, at, events);
        }
        if (!cleared.isEmpty()) {
            events.add(new IncidentEvent.AlertsResolved(at, cleared));
        }
        events.addAll(BadgeDecisions.warned(state, report, fired, doubtful, at));
        events.addAll(BadgeDecisions.lifted(state, report, events, at));
        boolean again = !fired.isEmpty() || fit.surplus() > 0;
        List<IncidentEvent> all =
                reopened(state, report, again, at, IncidentDecider.settled(state, events, at));
        if (all.isEmpty()) {
            all = List.of(new IncidentEvent.AlertsSeen(at));
        }
        return IncidentDecider.all(all);
    }

    /// A report may tell of a part of the group only, so the number never falls by itself.
    private static Room.Fit atLeast(Incident state, Room.Fit fit) {
        int known =
                state.badges().stream()
                        .filter(b -> b.kind() == Badge.Kind.SURPLUS)
                        .mapToInt(b -> Integer.parseInt(b.detail()))
                        .max()
                        .orElse(0);
        return fit.surplus() == 0
                ? fit
                : new Room.Fit(fit.alerts(), Math.max(known, fit.surplus()));
    }

    Decision presume(Incident state, Set<AlertKey> keys, Instant at) {
        Set<AlertKey> gone = new LinkedHashSet<>(state.alerts().firingKeys());
        gone.retainAll(keys);
        if (gone.isEmpty()) {
            return new Decision.Nothing();
        }
        return IncidentDecider.all(
                IncidentDecider.settled(
                        state, List.of(new IncidentEvent.AlertsPresumedGone(at, gone)), at));
    }

    Decision warn(Incident state, Badge badge, Instant at) {
        return state.badges().contains(badge)
                ? new Decision.Nothing()
                : IncidentDecider.accept(new IncidentEvent.Warned(at, badge));
    }

    Decision count(Incident state, Duplicate duplicate, Instant at) {
        Duplicate known = state.duplicates().get(duplicate.id());
        boolean old = known != null && known.version() > duplicate.version();
        if (old || duplicate.equals(known)) {
            return new Decision.Nothing();
        }
        List<IncidentEvent> events = new ArrayList<>();
        events.add(new IncidentEvent.DuplicateChanged(at, duplicate));
        Severity severity = duplicate.severity();
        if (severity != null && !state.resolved() && raises(state, severity)) {
            events.add(new IncidentEvent.SeverityInherited(at, severity, duplicate.id()));
        }
        return IncidentDecider.all(IncidentDecider.settled(state, events, at));
    }

    Decision heartbeat(Incident state, Change.HeartbeatIs heartbeat, Instant at) {
        boolean beating = heartbeat.beating();
        return switch (state.phase()) {
            case Phase.Open _, Phase.Acknowledged _ ->
                    beating
                            ? IncidentDecider.accept(new IncidentEvent.Mitigated(at, Actor.bot()))
                            : new Decision.Nothing();
            case Phase.Mitigated _ ->
                    beating
                            ? new Decision.Nothing()
                            : IncidentDecider.accept(new IncidentEvent.Relapsed(at));
            case Phase.Resolved resolved ->
                    beating ? new Decision.Nothing() : missing(resolved, heartbeat.since(), at);
            case Phase.Merged _ -> new Decision.Nothing();
        };
    }

    /// The same absence that a person resolved is not "again"; it only may last too long.
    private Decision missing(Phase.Resolved resolved, Instant since, Instant at) {
        if (since.isAfter(resolved.at())) {
            return reopen(at, IncidentEvent.Reopened.Cause.FIRED_AGAIN);
        }
        return at.isBefore(resolved.at().plus(rules.stillFiringAfter()))
                ? new Decision.Nothing()
                : reopen(at, IncidentEvent.Reopened.Cause.STILL_FIRING);
    }

    private static Decision reopen(Instant at, IncidentEvent.Reopened.Cause cause) {
        return IncidentDecider.accept(new IncidentEvent.Reopened(at, Actor.bot(), cause));
    }

    /// Alerts that fire under a key which the incident has as resolved by its source's word.
    private static Set<AlertKey> doubtful(Incident state, Report report) {
        Set<AlertKey> keys = new LinkedHashSet<>();
        for (GradedAlert graded : report.alerts()) {
            TrackedAlert known = state.alerts().get(graded.alert().key());
            if (graded.alert().firing()
                    && known != null
                    && known.status() == TrackedAlert.Status.RESOLVED) {
                keys.add(known.key());
            }
        }
        return keys;
    }

    private static List<GradedAlert> fired(Incident state, Report report, Set<AlertKey> doubtful) {
        return report.alerts().stream()
                .filter(a -> a.alert().firing())
                .filter(a -> {
                    TrackedAlert known = state.alerts().get(a.alert().key());
                    return known == null || !known.firing();
                })
                .filter(a ->
                        !doubtful.contains(a.alert().key())
                                || report.answers().get(a.alert().key()) != Answer.ABSENT)
                .toList();
    }

    private static List<ClearedAlert> cleared(Incident state, Report report) {
        List<ClearedAlert> cleared = new ArrayList<>();
        for (GradedAlert graded : report.alerts()) {
            Instant ended = graded.alert().endsAt();
            TrackedAlert known = state.alerts().get(graded.alert().key());
            if (ended == null
                    || (known != null && known.status() == TrackedAlert.Status.RESOLVED)) {
                continue;
            }
            cleared.add(
                    new ClearedAlert(graded.alert().key(), ended, known == null ? graded : null));
        }
        return cleared;
    }

    /// An alert fires in one episode at a time, so the word of another one ends what fired before:
    /// Alertmanager tells no resolve when an alert ends and starts again between two messages.
    private static List<ClearedAlert> superseded(
            Incident state, List<GradedAlert> fired, List<ClearedAlert> cleared, Instant at) {
        Map<String, AlertKey> now = new HashMap<>();
        fired.forEach(a -> now.put(a.alert().key().fingerprint(), a.alert().key()));
        Set<AlertKey> told = new HashSet<>();
        cleared.forEach(c -> told.add(c.key()));
        List<ClearedAlert> ended = new ArrayList<>();
        for (TrackedAlert known :
                now.isEmpty() ? List.<TrackedAlert>of() : state.alerts().firing()) {
            AlertKey other = now.get(known.key().fingerprint());
            if (other != null && !other.equals(known.key()) && !told.contains(known.key())) {
                boolean later = other.startsAt().isAfter(known.key().startsAt());
                ended.add(new ClearedAlert(known.key(), later ? other.startsAt() : at, null));
            }
        }
        return ended;
    }

    /// A group takes its worst firing alert; after a person's choice only one that is worse than
    /// any before.
    private static void raise(
            Incident state, List<GradedAlert> fired, Instant at, List<IncidentEvent> events) {
        GradedAlert worst = fired.stream().min(worstFirst()).orElseThrow();
        if (raises(state, worst.severity())) {
            events.add(
                    new IncidentEvent.SeverityRaised(
                            at, worst.severity(), worst.basis(), worst.alert().key()));
        }
    }

    private static boolean raises(Incident state, Severity severity) {
        boolean worseThanEver = severity.worseThan(state.grade().worstAlert());
        boolean chosen = state.grade().basis() == Basis.PERSON;
        return severity.worseThan(state.severity()) && (!chosen || worseThanEver);
    }

    /// A firing reopens a resolved incident, unless it only repeats what fired while a person
    /// resolved it.
    private List<IncidentEvent> reopened(
            Incident state, Report report, boolean again, Instant at, List<IncidentEvent> events) {
        if (!(state.phase() instanceof Phase.Resolved resolved)) {
            return events;
        }
        IncidentEvent.Reopened.Cause cause = null;
        if (again) {
            cause = IncidentEvent.Reopened.Cause.FIRED_AGAIN;
        } else if (repeatsStillFiring(state, resolved, report)
                && !at.isBefore(resolved.at().plus(rules.stillFiringAfter()))) {
            cause = IncidentEvent.Reopened.Cause.STILL_FIRING;
        }
        return cause == null
                ? events
                : withReopening(events, new IncidentEvent.Reopened(at, Actor.bot(), cause));
    }

    private static boolean repeatsStillFiring(
            Incident state, Phase.Resolved resolved, Report report) {
        return report.alerts().stream()
                .filter(a -> a.alert().firing())
                .map(a -> state.alerts().get(a.alert().key()))
                .anyMatch(a -> a != null && a.firing() && resolved.stillFiring().contains(a.key()));
    }

    private static List<IncidentEvent> withReopening(
            List<IncidentEvent> events, IncidentEvent reopening) {
        List<IncidentEvent> all = new ArrayList<>(events);
        all.add(reopening);
        return all;
    }

    private static ClearedAlert unknownCleared(GradedAlert graded) {
        Instant ended = graded.alert().endsAt();
        return new ClearedAlert(
                graded.alert().key(), ended == null ? Instant.EPOCH : ended, graded);
    }

    private static Comparator<GradedAlert> worstFirst() {
        return Comparator.comparing(GradedAlert::severity).thenComparing(a -> a.alert().key());
    }
}
