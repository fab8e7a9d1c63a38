package io.frops.app.work;

import java.time.Duration;
import java.util.Locale;

/// How far two clocks are apart, in words.
public final class Skew {
    /// Timers fire by each replica's own clock: what is further off would fire at the wrong moment.
    public static final Duration TOLERATED = Duration.ofSeconds(2);

    private Skew() {}

    /// @param theirsAhead negative when this machine's clock is the one ahead
    /// @param whose for example `Slack's`
    public static String words(Duration theirsAhead, String whose) {
        double seconds = theirsAhead.abs().toMillis() / 1000.0;
        return String.format(
                Locale.ROOT,
                "this machine's clock is %.1f s %s %s",
                seconds,
                theirsAhead.isNegative() ? "ahead of" : "behind",
                whose);
    }
}
