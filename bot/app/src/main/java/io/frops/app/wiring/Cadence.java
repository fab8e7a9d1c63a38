package io.frops.app.wiring;

import java.time.Duration;

/// How often the bot does what it does by itself.
///
/// @param cards between looks at what lags, in this process
/// @param look between looks at what lags in the store, and at what Slack did not answer before
/// @param upkeep between looks at timers
/// @param reconcile between comparisons with each source
public record Cadence(Duration cards, Duration look, Duration upkeep, Duration reconcile) {
    /// Cards at once, timers each second, sources each minute.
    public static final Cadence PRODUCT =
            new Cadence(
                    Duration.ofMillis(100),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(1),
                    Duration.ofMinutes(1));
}
