package io.frops.app.settings;

import io.frops.core.incident.BusinessHours;
import io.frops.core.incident.EscalationPolicy;
import io.frops.core.incident.EscalationPolicy.Step;
import io.frops.core.incident.IncidentRules;
import io.frops.core.incident.ResponseTargets;
import io.frops.core.incident.Severity;
import io.frops.core.settings.Default;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// When incidents open again, end by themselves, and are late.
///
/// @param reopenWithin an alert that fires again this soon after the end reopens the incident
/// @param autoResolve the severities that end by themselves
/// @param autoResolveAfter this much quiet ends them
/// @param stillFiringAfter what a person resolved while it fired reopens if it fires this long
///   after
/// @param responseTargets by severity, how soon somebody must acknowledge
public record IncidentSettings(
        @Default("30m") Duration reopenWithin,
        @Default("[SEV3, SEV4]") Set<Severity> autoResolve,
        @Default("15m") Duration autoResolveAfter,
        @Default("10m") Duration stillFiringAfter,
        @Default("{SEV1: 15m, SEV2: 30m, SEV3: 2h, SEV4: next business day}")
                Map<Severity, ResponseTarget> responseTargets,
        BusinessHoursSettings businessHours) {
    public IncidentSettings {
        autoResolve = Set.copyOf(autoResolve);
        responseTargets = Map.copyOf(responseTargets);
    }

    IncidentRules rules(Map<Severity, List<Duration>> escalation) {
        BusinessHours hours = businessHours.hours();
        return new IncidentRules(
                reopenWithin,
                autoResolveAfter,
                autoResolve,
                stillFiringAfter,
                targets(hours),
                new EscalationPolicy(steps(escalation), hours));
    }

    /// A severity without a time is due by the next business day.
    private ResponseTargets targets(BusinessHours hours) {
        Map<Severity, Duration> within = new EnumMap<>(ResponseTargets.defaults().within());
        responseTargets.forEach((severity, target) ->
                target.within()
                        .ifPresentOrElse(
                                time -> within.put(severity, time), () -> within.remove(severity)));
        return new ResponseTargets(within, hours);
    }

    private static Map<Severity, List<Step>> steps(Map<Severity, List<Duration>> escalation) {
        Map<Severity, List<Step>> steps = new EnumMap<>(EscalationPolicy.defaults().steps());
        steps.keySet().removeAll(escalation.keySet());
        escalation.forEach((severity, times) -> steps.put(severity, steps(times)));
        steps.values().removeIf(List::isEmpty);
        return steps;
    }

    private static List<Step> steps(List<Duration> times) {
        return IntStream.range(0, times.size())
                .mapToObj(i -> new Step(i + 1, times.get(i)))
                .toList();
    }
}
