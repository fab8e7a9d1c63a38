package io.frops.core.intake;

import java.time.Duration;

/// When the absence or presence of an alert at its source is believed.
///
/// @param minUptime how long every member must have been up: a restarted one forgets everything
///   until it is told again
/// @param polls in how many polls in a row an alert must be absent
/// @param minAge how long an alert must fire before it counts as never told: until then its
///   notification may still be on its way
/// @param guardOver with more open alerts than this, closing more than half of them at once is a
///   doubt
public record ReconciliationPolicy(Duration minUptime, int polls, Duration minAge, int guardOver) {
    public static final ReconciliationPolicy DEFAULT =
            new ReconciliationPolicy(Duration.ofMinutes(10), 5, Duration.ofMinutes(5), 5);
}
