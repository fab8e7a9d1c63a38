package io.frops.app.wiring;

import io.frops.app.observe.Meters;
import io.frops.app.settings.Settings;
import io.frops.app.work.Hello;
import io.frops.app.work.Loops;
import java.time.Duration;
import java.util.Optional;

/// What the bot does by itself, and how often.
final class Routine {
    private static final Duration SWEEP = Duration.ofHours(1);

    private Routine() {}

    static void begin(
            Loops loops,
            Settings settings,
            Adapters adapters,
            Core core,
            Cards cards,
            Host host,
            Meters meters) {
        // One loop looks and posts: the pacer is for one thread.
        Periodic look = new Periodic(host, host.cadence().look(), cards.pacer()::look);
        loops.every(
                host.cadence().cards(),
                "cards",
                () -> {
                    look.run();
                    cards.pacer().run();
                });
        loops.every(host.cadence().upkeep(), "upkeep", core.upkeep()::run);
        core.watches()
                .forEach((name, watch) ->
                        loops.every(
                                host.cadence().reconcile(),
                                "reconciliation of " + name,
                                watch::run));
        loops.every(SWEEP, "sweep", () -> adapters.state().sweep(host.clock().instant()));
        // Until Slack has said which workspace is ours, only the signature and the lists keep
        // others out.
        loops.every(host.cadence().look(), "workspace", adapters::learnTeam);
        Hello hello = new Hello(adapters.state().keys(), adapters.slack().room(), settings);
        loops.every(host.cadence().look(), "hello", hello::run);
        meters.gauge("frops.cards.behind", "Incidents whose cards lag", core.lag()::size);
        meters.gauge(
                "frops.cards.behind.age.seconds",
                "How long the oldest lagging card lags",
                () -> age(core, host));
    }

    private static long age(Core core, Host host) {
        Optional<Duration> age =
                core.lag().oldest().map(since -> Duration.between(since, host.clock().instant()));
        return age.map(Duration::toSeconds).orElse(0L);
    }

    /// Does something at most every so often.
    private static final class Periodic implements Runnable {
        private final Host host;
        private final Duration pause;
        private final Runnable task;
        private java.time.Instant next = java.time.Instant.EPOCH;

        Periodic(Host host, Duration pause, Runnable task) {
            this.host = host;
            this.pause = pause;
            this.task = task;
        }

        @Override
        public void run() {
            if (!next.isAfter(host.clock().instant())) {
                next = host.clock().instant().plus(pause);
                task.run();
            }
        }
    }
}
