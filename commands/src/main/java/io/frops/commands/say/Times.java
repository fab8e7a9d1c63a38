package io.frops.commands.say;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as people write and read them.
public final class Times {
    private static final Pattern WRITTEN =
            Pattern.compile("(?:(\\d{1,3})d)?(?:(\\d{1,3})h)?(?:(\\d{1,4})m(?:in)?)?");
    private static final int MINUTES_AN_HOUR = 60;
    private static final int HOURS_A_DAY = 24;

    private Times() {}

    /// At most two units: `less than a minute`, `4 min`, `1 h 5 min`, `3 d`, `1 d 2 h`. Rounded
    /// down.
    public static String words(Duration duration) {
        long minutes = duration.toMinutes();
        if (minutes < 1) {
            return "less than a minute";
        }
        if (minutes < MINUTES_AN_HOUR) {
            return minutes + " min";
        }
        long hours = duration.toHours();
        return hours < HOURS_A_DAY
                ? two(hours, "h", minutes % MINUTES_AN_HOUR, "min")
                : two(hours / HOURS_A_DAY, "d", hours % HOURS_A_DAY, "h");
    }

    /// One unit is enough for what is past: `4 min ago`, `2 h ago`, `3 d ago`. Rounded down.
    public static String ago(Instant at, Instant now) {
        Duration since = Duration.between(at, now);
        if (since.toDays() > 0) {
            return since.toDays() + " d ago";
        }
        return (since.toHours() > 0 ? since.toHours() + " h" : words(since)) + " ago";
    }

    /// Reads `30m`, `1h`, `2h30m`, `1d`, in any case and with spaces.
    ///
    /// @return empty for anything else and for nothing at all
    public static Optional<Duration> read(String written) {
        Matcher m = WRITTEN.matcher(written.replace(" ", "").toLowerCase(Locale.ROOT));
        if (!m.matches()) {
            return Optional.empty();
        }
        Duration sum =
                Duration.ofDays(number(m, 1)).plusHours(number(m, 2)).plusMinutes(number(m, 3));
        return sum.isZero() ? Optional.empty() : Optional.of(sum);
    }

    private static long number(Matcher m, int group) {
        String digits = m.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static String two(long big, String bigUnit, long small, String smallUnit) {
        String first = big + " " + bigUnit;
        return small == 0 ? first : first + " " + small + " " + smallUnit;
    }
}
