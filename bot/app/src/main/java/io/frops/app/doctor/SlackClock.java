package io.frops.app.doctor;

import io.frops.app.work.Skew;
import io.frops.core.failure.IntegrationException;
import io.frops.integrations.slack.SlackInspection;
import java.time.Duration;
import java.util.Optional;

/// This machine's clock beside Slack's: a signature that is more than five minutes old or early is
/// refused.
final class SlackClock {
    private static final String SYSTEM = SlackCheck.SYSTEM + " clock";
    private static final String REMEDY =
            "Let this machine's clock follow a time server (for example: timedatectl set-ntp true).";
    private static final Duration NOTICEABLE = Duration.ofMinutes(1);
    private static final Duration REFUSED = Duration.ofMinutes(5);

    private SlackClock() {}

    static Finding finding(SlackInspection inspection) {
        try {
            Optional<Duration> skew = inspection.clockSkew();
            return skew.map(SlackClock::finding)
                    .orElseGet(
                            () -> Finding.warning(SYSTEM, "Slack does not tell its time", REMEDY));
        } catch (IntegrationException e) {
            return Finding.fails(SYSTEM, e, "Run it again.");
        }
    }

    private static Finding finding(Duration slackAhead) {
        String seen = Skew.words(slackAhead, "Slack's");
        Duration off = slackAhead.abs();
        if (off.compareTo(REFUSED) > 0) {
            return Finding.fails(
                    SYSTEM, seen + ": every command and click would be refused as too old", REMEDY);
        }
        return off.compareTo(NOTICEABLE) > 0
                ? Finding.warning(SYSTEM, seen, REMEDY)
                : Finding.ok(SYSTEM, "this machine's clock agrees with Slack's");
    }
}
