package io.frops.app.replay;

import java.time.Duration;

/// Periods as people write them.
final class Periods {
    private Periods() {}

    /// `30 d`, `12 h`, `90 min`: one unit, the largest that says it exactly; seconds at last.
    static String words(Duration period) {
        if (period.equals(Duration.ofDays(period.toDays()))) {
            return period.toDays() + " d";
        }
        if (period.equals(Duration.ofHours(period.toHours()))) {
            return period.toHours() + " h";
        }
        return period.equals(Duration.ofMinutes(period.toMinutes()))
                ? period.toMinutes() + " min"
                : period.toSeconds() + " s";
    }
}
