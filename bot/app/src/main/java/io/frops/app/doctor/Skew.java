package io.frops.app.doctor;

import java.time.Duration;
import java.util.Locale;

/// How far two clocks are apart, in words.
final class Skew {
    private Skew() {}

    /// @param theirsAhead negative when this machine's clock is the one ahead
    /// @param whose for example `Slack's`
    static String words(Duration theirsAhead, String whose) {
        double seconds = theirsAhead.abs().toMillis() / 1000.0;
        return String.format(
                Locale.ROOT,
                "this machine's clock is %.1f s %s %s",
                seconds,
                theirsAhead.isNegative() ? "ahead of" : "behind",
                whose);
    }
}
