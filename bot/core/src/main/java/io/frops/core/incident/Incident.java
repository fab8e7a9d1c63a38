package io.frops.core.incident;

import io.frops.core.alert.GroupId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an incident is now: the fold of its events ([Evolution]).
///
/// @param silences made for it, oldest first
/// @param duplicates newer incidents that count for it
/// @param lastSeen when its source last spoke of it
/// @param changedAt the time of its last event
public record Incident(
        IncidentId id,
        GroupId group,
        Origin origin,
        Subject subject,
        Phase phase,
        Grade grade,
        Ladder ladder,
        Alerts alerts,
        List<Silence> silences,
        Map<IncidentId, Duplicate> duplicates,
        Set<Badge> badges,
        Instant lastSeen,
        Instant changedAt) {
    public Incident {
        silences = List.copyOf(silences);
        duplicates = Map.copyOf(duplicates);
        badges = Set.copyOf(badges);
    }

    public Severity severity() {
        return grade.severity();
    }

    /// Alerts that fire now, duplicates' included.
    public int firing() {
        return alerts.firingCount()
                + duplicates.values().stream().mapToInt(Duplicate::firing).sum();
    }

    public boolean resolved() {
        return phase instanceof Phase.Resolved;
    }

    public boolean has(Badge.Kind kind) {
        return badges.stream().anyMatch(b -> b.kind() == kind);
    }

    Incident with(Phase next) {
        return new Incident(
                id,
                group,
                origin,
                subject,
                next,
                grade,
                ladder,
                alerts,
                silences,
                duplicates,
                badges,
                lastSeen,
                changedAt);
    }

    Incident with(Grade next) {
        return new Incident(
                id,
                group,
                origin,
                subject,
                phase,
                next,
                ladder,
                alerts,
                silences,
                duplicates,
                badges,
                lastSeen,
                changedAt);
    }

    Incident with(Ladder next) {
        return new Incident(
                id,
                group,
                origin,
                subject,
                phase,
                grade,
                next,
                alerts,
                silences,
                duplicates,
                badges,
                lastSeen,
                changedAt);
    }

    Incident with(Alerts next) {
        return new Incident(
                id,
                group,
                origin,
                subject,
                phase,
                grade,
                ladder,
                next,
                silences,
                duplicates,
                badges,
                lastSeen,
                changedAt);
    }

    Incident with(List<Silence> next) {
        return new Incident(
                id,
                group,
                origin,
                subject,
                phase,
                grade,
                ladder,
                alerts,
                next,
                duplicates,
                badges,
                lastSeen,
                changedAt);
    }

    Incident with(Duplicate next) {
        Map<IncidentId, Duplicate> all = new HashMap<>(duplicates);
        all.put(next.id(), next);
        return new Incident(
                id, group, origin, subject, phase, grade, ladder, alerts, silences, all, badges,
                lastSeen, changedAt);
    }

    /// Closed, or opened again: what was merged into it before is closed and counts no more.
    Incident withoutDuplicates() {
        return new Incident(
                id, group, origin, subject, phase, grade, ladder, alerts, silences, Map.of(),
                badges, lastSeen, changedAt);
    }

    Incident with(Badge next) {
        Set<Badge> all = new HashSet<>(without(next.kind()).badges);
        all.add(next);
        return badged(all);
    }

    Incident without(Badge.Kind kind) {
        Set<Badge> rest = new HashSet<>(badges);
        rest.removeIf(b -> b.kind() == kind);
        return badged(rest);
    }

    Incident seenAt(Instant when) {
        return new Incident(
                id,
                group,
                origin,
                subject,
                phase,
                grade,
                ladder,
                alerts,
                silences,
                duplicates,
                badges,
                when,
                changedAt);
    }

    Incident changedAt(Instant when) {
        return new Incident(
                id,
                group,
                origin,
                subject,
                phase,
                grade,
                ladder,
                alerts,
                silences,
                duplicates,
                badges,
                lastSeen,
                when);
    }

    private Incident badged(Set<Badge> all) {
        return new Incident(
                id,
                group,
                origin,
                subject,
                phase,
                grade,
                ladder,
                alerts,
                silences,
                duplicates,
                all,
                lastSeen,
                changedAt);
    }
}
