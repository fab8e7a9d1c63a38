package io.frops.app.wiring;

import io.frops.app.work.Periodic;
import io.frops.app.work.WhileHeld;
import io.frops.core.intake.SourceWatch;
import io.frops.core.intake.Upkeep;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/// What the holder of the lease does, and what it must not bring along from an earlier tenure.
final class Duties {
    private Duties() {}

    /// Looks and posts in one: the pacer is for one thread.
    static final class CardDuty implements WhileHeld.Duty {
        private final Core core;
        private final Supplier<Cards> fresh;
        private final Periodic look;
        private Cards cards;

        /// @param fresh makes cards that know nothing yet
        /// @param pause between looks at what other replicas wrote
        CardDuty(Core core, Supplier<Cards> fresh, Host host, Duration pause) {
            this.core = core;
            this.fresh = fresh;
            cards = fresh.get();
            look = new Periodic(host.nanos(), pause, () -> cards.pacer().look());
        }

        @Override
        public void begin() {
            core.lag().begin();
            cards = fresh.get();
            look.now();
        }

        @Override
        public void round() {
            look.run();
            cards.pacer().run();
        }

        @Override
        public void end() {
            core.lag().end();
        }
    }

    record UpkeepDuty(Upkeep upkeep) implements WhileHeld.Duty {
        @Override
        public void begin() {
            upkeep.begin();
        }

        @Override
        public void round() {
            upkeep.run();
        }

        @Override
        public void end() {
            upkeep.end();
        }
    }

    /// One source; compared at once by whoever takes over.
    static final class WatchDuty implements WhileHeld.Duty {
        private final SourceWatch watch;
        private final Periodic rounds;

        WatchDuty(SourceWatch watch, Host host) {
            this.watch = watch;
            rounds = new Periodic(host.nanos(), host.cadence().reconcile(), watch::run);
        }

        @Override
        public void begin() {
            watch.begin();
            rounds.now();
        }

        @Override
        public void round() {
            rounds.run();
        }
    }

    /// Since when, in seconds.
    static long age(Core core, Instant now) {
        return core.lag()
                .oldest()
                .map(since -> Duration.between(since, now).toSeconds())
                .orElse(0L);
    }
}
