package io.frops.app.work;

import io.frops.core.store.Lease;

/// Rounds of one who holds the lease; other rounds do nothing. For one thread.
///
/// @see Lease what may rest on it, and what may not
public final class WhileHeld implements Runnable {
    private final Lease lease;
    private final Duty duty;

    /// The tenure that the duty was begun for; at first none is known, so that it is ended once.
    private long tenure = -1;

    /// What there is to do.
    public interface Duty {
        /// Before the first round of a tenure: others worked meanwhile, so that nothing remembered
        /// is to be believed.
        void begin();

        void round();

        /// The tenure is over.
        default void end() {}
    }

    public WhileHeld(Lease lease, Duty duty) {
        this.lease = lease;
        this.duty = duty;
    }

    /// Something that remembers nothing from round to round.
    public WhileHeld(Lease lease, Runnable round) {
        this(
                lease,
                new Duty() {
                    @Override
                    public void begin() {}

                    @Override
                    public void round() {
                        round.run();
                    }
                });
    }

    @Override
    public void run() {
        long now = lease.tenure();
        if (now == 0 && tenure != 0) {
            duty.end();
        } else if (now != 0 && now != tenure) {
            duty.begin();
        }
        tenure = now;
        if (now != 0) {
            duty.round();
        }
    }
}
