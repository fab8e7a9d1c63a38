package io.frops.app.settings;

import io.frops.core.incident.BusinessHours;
import io.frops.core.settings.Default;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/// When people are at work.
public record BusinessHoursSettings(
        @Default("[monday, tuesday, wednesday, thursday, friday]") Set<DayOfWeek> days,
        @Default("09:00") LocalTime from,
        @Default("17:00") LocalTime to,
        @Default("UTC") ZoneId timeZone) {
    public BusinessHoursSettings {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("days: must name at least one. Write [monday]");
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from: must be before \"to\". Exchange the two");
        }
    }

    BusinessHours hours() {
        return new BusinessHours(days, from, to, timeZone);
    }
}
