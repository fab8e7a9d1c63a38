package io.frops.core.incident;

import java.time.Duration;
import java.util.Set;

/// The times and severities behind the incident rules.
///
/// @param reopenWithin an alert that fires again this long after the end reopens the incident
/// @param resolveAfterQuiet this much quiet resolves an incident of a severity in
///   `resolveByThemselves`
/// @param stillFiringAfter what was firing when a person resolved, and fires still after this,
///   reopens it
public record IncidentRules(
        Duration reopenWithin,
        Duration resolveAfterQuiet,
        Set<Severity> resolveByThemselves,
        Duration stillFiringAfter,
        ResponseTargets targets,
        EscalationPolicy escalation) {
    public IncidentRules {
        resolveByThemselves = Set.copyOf(resolveByThemselves);
    }

    /// The operations guide's and the design's defaults.
    public static IncidentRules defaults() {
        return new IncidentRules(
                Duration.ofMinutes(30),
                Duration.ofMinutes(15),
                Set.of(Severity.SEV3, Severity.SEV4),
                Duration.ofMinutes(10),
                ResponseTargets.defaults(),
                EscalationPolicy.defaults());
    }
}
