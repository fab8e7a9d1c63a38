package io.frops.core.incident;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/// When people are at work.
///
/// @param days working days, at least one
/// @param from when a working day begins, in `zone`
public record BusinessHours(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {
    public BusinessHours {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException(
                    "business hours need at least one day, for example MONDAY");
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "business hours must begin before they end: " + from + " to " + to);
        }
    }

    /// Monday to Friday, 09:00 to 17:00 UTC.
    public static BusinessHours defaults() {
        return new BusinessHours(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                LocalTime.of(9, 0),
                LocalTime.of(17, 0),
                ZoneId.of("UTC"));
    }

    /// The beginning of the next business day after the day of `at`.
    public Instant nextDay(Instant at) {
        ZonedDateTime day = at.atZone(zone).plusDays(1);
        while (!days.contains(day.getDayOfWeek())) {
            day = day.plusDays(1);
        }
        return day.toLocalDate().atTime(from).atZone(zone).toInstant();
    }

    /// The end of the next business day after the day of `at`.
    public Instant endOfNextDay(Instant at) {
        ZonedDateTime begin = nextDay(at).atZone(zone);
        return begin.toLocalDate().atTime(to).atZone(zone).toInstant();
    }
}
