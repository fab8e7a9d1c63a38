package io.frops.sandbox.alertmanager;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Times as the API writes and reads them.
final class Times {
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Times() {}

    /// With milliseconds, whatever the time has.
    static String millis(Instant time) {
        return MILLIS.format(time);
    }

    /// Empty when it is no time; the zero time is [Instant#MIN].
    static Optional<Instant> parse(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            return Optional.of(time.getYear() <= 1 ? Instant.MIN : time.toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
