package io.frops.core.incident;

import io.frops.core.access.Actor;
import io.frops.core.alert.Activity.Answer;
import io.frops.core.alert.AlertKey;
import io.frops.core.incident.Change.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a source's word does to a card's warnings.
final class BadgeDecisions {
    private BadgeDecisions() {}

    /// Those that the report calls for and that are not there yet.
    static List<IncidentEvent> warned(
            Incident state,
            Report report,
            List<GradedAlert> fired,
            Set<AlertKey> doubtful,
            Instant at) {
        boolean unasked =
                fired.stream()
                        .map(a -> a.alert().key())
                        .anyMatch(k ->
                                doubtful.contains(k)
                                        && report.answers().get(k) == Answer.UNREACHABLE);
        List<Badge> badges = new ArrayList<>(report.warnings());
        if (unasked) {
            badges.add(new Badge(Badge.Kind.DOUBTFUL, ""));
        }
        return badges.stream()
                .filter(b -> !state.badges().contains(b))
                .<IncidentEvent>map(b -> new IncidentEvent.Warned(at, b))
                .toList();
    }

    /// Those whose cause the report ends. Nothing is lifted because the same word came twice.
    ///
    /// @param events what the report has led to so far
    static List<IncidentEvent> lifted(
            Incident state, Report report, List<IncidentEvent> events, Instant at) {
        if (state.badges().isEmpty()) {
            return List.of();
        }
        Incident after = state;
        for (IncidentEvent event : events) {
            after = Evolution.evolve(after, event);
        }
        Set<AlertKey> firing = after.alerts().firingKeys();
        Map<AlertKey, Basis> told = new HashMap<>();
        report.alerts().forEach(a -> told.put(a.alert().key(), a.basis()));
        boolean all = told.keySet().containsAll(firing);
        List<Badge.Kind> over = new ArrayList<>();
        if (all && report.warnings().stream().noneMatch(b -> b.kind() == Badge.Kind.TRUNCATED)) {
            over.add(Badge.Kind.TRUNCATED);
        }
        if (all
                && !firing.isEmpty()
                && firing.stream().noneMatch(k -> told.get(k) == Basis.UNMAPPED)) {
            over.add(Badge.Kind.SEVERITY_UNMAPPED);
        }
        if (firing.isEmpty()) {
            over.add(Badge.Kind.DOUBTFUL);
            if (report.warnings().stream().noneMatch(b -> b.kind() == Badge.Kind.SURPLUS)) {
                over.add(Badge.Kind.SURPLUS);
            }
        }
        return over.stream()
                .filter(state::has)
                .<IncidentEvent>map(kind -> new IncidentEvent.WarningLifted(at, kind, Actor.bot()))
                .toList();
    }
}
