package io.frops.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads `0`, `15m`, `1h30m`, `500ms` and ISO 8601's `PT15M`. A day is 24 hours.
public final class Durations {
    private static final Pattern SHORT =
            Pattern.compile(
                    "(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");

    private Durations() {}

    /// A duration of zero or more.
    ///
    /// @throws IllegalArgumentException when it is neither form, or negative
    public static Duration parse(String text) {
        String bare = text.replace(" ", "").toLowerCase(Locale.ROOT);
        Matcher m = SHORT.matcher(bare);
        if (!bare.isEmpty() && m.matches()) {
            return Duration.ofDays(group(m, 1))
                    .plusHours(group(m, 2))
                    .plusMinutes(group(m, 3))
                    .plusSeconds(group(m, 4))
                    .plusMillis(group(m, 5));
        }
        return bare.equals("0") ? Duration.ZERO : iso(text);
    }

    private static Duration iso(String text) {
        try {
            Duration duration = Duration.parse(text);
            if (duration.isNegative()) {
                throw new IllegalArgumentException("a duration cannot be negative");
            }
            return duration;
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException("not a duration", wrong);
        }
    }

    private static long group(Matcher m, int group) {
        String digits = m.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
