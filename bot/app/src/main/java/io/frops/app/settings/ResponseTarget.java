package io.frops.app.settings;

import io.frops.config.Durations;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// How soon somebody must have acknowledged: a time, or `next business day`.
///
/// @param within empty for the next business day
public record ResponseTarget(Optional<Duration> within) {
    public static ResponseTarget parse(String text) {
        if (text.strip().replace('-', ' ').toLowerCase(Locale.ROOT).equals("next business day")) {
            return new ResponseTarget(Optional.empty());
        }
        try {
            return new ResponseTarget(Optional.of(Durations.parse(text)));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "\""
                            + text
                            + "\" is not a response target. Write a time such as 30m, or next business day",
                    wrong);
        }
    }
}
