package io.frops.integrations.slack.socket;

import io.frops.core.failure.IntegrationException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long is waited before Slack is tried again: twice as long each time, spread, so that many
/// bots that lost one Slack do not come back at one moment.
final class Pauses {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /// For what only a person can mend.
    private static final Duration REFUSED = Duration.ofMinutes(1);

    private static final int DOUBLINGS = 8;

    private final RandomGenerator random;

    Pauses(RandomGenerator random) {
        this.random = random;
    }

    /// @param failures one after the other; none means no pause
    Duration after(int failures) {
        if (failures == 0) {
            return Duration.ZERO;
        }
        long most =
                Math.min(FIRST.toMillis() << Math.min(failures - 1, DOUBLINGS), LONGEST.toMillis());
        return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
    }

    Duration after(IntegrationException trouble, int failures) {
        Duration asked = trouble.retryAfter();
        Duration least = asked == null ? Duration.ZERO : asked;
        Duration usual =
                switch (trouble.kind()) {
                    case DENIED, NOT_FOUND, NOT_USABLE, INVALID -> refused();
                    case UNAVAILABLE, TIMEOUT, RATE_LIMITED -> after(failures);
                };
        return usual.compareTo(least) > 0 ? usual : least;
    }

    Duration refused() {
        return REFUSED.plusMillis(random.nextLong(REFUSED.toMillis() / 4));
    }
}
