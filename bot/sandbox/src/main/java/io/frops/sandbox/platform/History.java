package io.frops.sandbox.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// When a service was broken and mended, in turn, since it began.
record History(Instant begin, List<Instant> flips) {
    History {
        flips = List.copyOf(flips);
    }

    static History since(Instant begin) {
        return new History(begin, List.of());
    }

    History flipped(Instant now) {
        return new History(begin, Stream.concat(flips.stream(), Stream.of(now)).toList());
    }

    boolean isBroken() {
        return flips.size() % 2 == 1;
    }

    boolean wasBroken(Instant at) {
        return flips.stream().filter(f -> !f.isAfter(at)).count() % 2 == 1;
    }

    /// How long it was broken, all in all.
    Duration brokenFor(Instant until) {
        Duration sum = Duration.ZERO;
        for (int i = 0; i < flips.size(); i += 2) {
            Instant end = i + 1 < flips.size() ? flips.get(i + 1) : until;
            sum = sum.plus(Duration.between(flips.get(i), end));
        }
        return sum;
    }

    Duration wellFor(Instant until) {
        return Duration.between(begin, until).minus(brokenFor(until));
    }
}
