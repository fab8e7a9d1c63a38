package io.frops.core.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// How soon somebody must have taken an incident (operations guide, Incident Severity Levels).
///
/// @param within by severity; a severity that is missing is due by the end of the next business day
public record ResponseTargets(Map<Severity, Duration> within, BusinessHours hours) {
    public ResponseTargets {
        within = Map.copyOf(within);
    }

    /// SEV1 15 min, SEV2 30 min, SEV3 2 h, SEV4 next business day.
    public static ResponseTargets defaults() {
        return new ResponseTargets(
                Map.of(
                        Severity.SEV1, Duration.ofMinutes(15),
                        Severity.SEV2, Duration.ofMinutes(30),
                        Severity.SEV3, Duration.ofHours(2)),
                BusinessHours.defaults());
    }

    /// When the target passes, counted from `since`.
    public Instant deadline(Severity severity, Instant since) {
        Duration target = within.get(severity);
        return target == null ? hours.endOfNextDay(since) : since.plus(target);
    }
}
