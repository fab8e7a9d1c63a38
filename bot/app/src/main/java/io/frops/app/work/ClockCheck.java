package io.frops.app.work;

import java.time.Duration;
import java.util.Comparator;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Whether this machine's clock agrees with that of the store, where replicas meet: asked until it
/// was answered once.
public final class ClockCheck {
    /// An answer that took its time is a poor measure, so that a bad one is asked for again.
    private static final int QUESTIONS = 3;

    private final Supplier<Duration> theirsAhead;
    private volatile boolean agreed;

    /// @param theirsAhead asks the store; throws [io.frops.core.failure.IntegrationException] when
    ///   it does not answer
    public ClockCheck(Supplier<Duration> theirsAhead) {
        this.theirsAhead = theirsAhead;
    }

    /// Where store and bot are one process.
    public static ClockCheck sameClock() {
        return new ClockCheck(() -> Duration.ZERO);
    }

    /// @throws io.frops.core.failure.IntegrationException when the store does not answer
    /// @throws IllegalStateException when the clocks differ by more than is tolerated, for people
    public void run() {
        if (agreed) {
            return;
        }
        Duration least =
                Stream.generate(theirsAhead)
                        .limit(QUESTIONS)
                        .min(Comparator.comparing(Duration::abs))
                        .orElseThrow();
        if (least.abs().compareTo(Skew.TOLERATED) > 0) {
            throw new IllegalStateException(
                    Skew.words(least, "MongoDB's")
                            + ", so that timers would fire at the wrong moment. Let both machines"
                            + " follow a time server (timedatectl set-ntp true), then start again.");
        }
        agreed = true;
    }

    public boolean agreed() {
        return agreed;
    }
}
