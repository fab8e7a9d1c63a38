package io.frops.app.work;

import io.frops.core.failure.IntegrationException;
import io.frops.core.store.Lease;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the lease, once it is known that this machine's clock may be trusted with timers. For one
/// thread.
public final class Beat implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Beat.class);

    private final ClockCheck clock;
    private final Lease lease;
    private final Consumer<String> giveUp;
    private boolean away;

    /// @param giveUp told why this replica must not go on
    public Beat(ClockCheck clock, Lease lease, Consumer<String> giveUp) {
        this.clock = clock;
        this.lease = lease;
        this.giveUp = giveUp;
    }

    @Override
    public void run() {
        try {
            clock.run();
            lease.beat();
            away = false;
        } catch (IntegrationException e) {
            if (!away) {
                LOG.warn(
                        "Cards and timers wait until the store answers again: {}", e.safeMessage());
            }
            away = true;
        } catch (IllegalStateException e) {
            giveUp.accept(String.valueOf(e.getMessage()));
        }
    }

    /// Lets the next replica have the lease at once, as far as the store can be told.
    public void end() {
        try {
            lease.release();
        } catch (IntegrationException e) {
            LOG.warn("The next replica takes over by itself, in about 10 s: {}", e.safeMessage());
        }
    }
}
