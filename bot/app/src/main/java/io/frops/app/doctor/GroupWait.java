package io.frops.app.doctor;

import io.frops.config.YamlView;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How long an Alertmanager may wait before it first tells of a new group.
final class GroupWait {
    /// Alertmanager's own when its configuration says nothing.
    static final Duration DEFAULT = Duration.ofSeconds(30);

    /// A wait beyond this would keep a person at the terminal for nothing.
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Pattern PART = Pattern.compile("(\\d{1,6})(ms|[smhd])");

    private GroupWait() {}

    /// The longest of a route and all below it: which one the alert takes is not known here.
    static Duration longest(YamlView route) {
        Duration found = every(route).max(Duration::compareTo).orElse(DEFAULT);
        return found.compareTo(LONGEST) > 0 ? LONGEST : found;
    }

    private static Stream<Duration> every(YamlView route) {
        String own = route.at("group_wait").text();
        Stream<Duration> here = own.isEmpty() ? Stream.empty() : Stream.of(read(own));
        return Stream.concat(here, route.at("routes").items().stream().flatMap(GroupWait::every));
    }

    /// As Prometheus writes durations: `1m30s`.
    private static Duration read(String text) {
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            long number = Long.parseLong(part.group(1));
            sum =
                    sum.plus(
                            switch (part.group(2)) {
                                case "ms" -> Duration.ofMillis(number);
                                case "s" -> Duration.ofSeconds(number);
                                case "m" -> Duration.ofMinutes(number);
                                case "h" -> Duration.ofHours(number);
                                default -> Duration.ofDays(number);
                            });
        }
        return sum;
    }
}
