package io.frops.app.wiring;

import io.frops.app.cards.CardNews;
import io.frops.app.cards.StormTold;
import io.frops.app.cards.Urgency;
import io.frops.app.observe.Meters;
import io.frops.app.settings.Settings;
import io.frops.app.work.Beat;
import io.frops.app.work.Hello;
import io.frops.app.work.Loops;
import io.frops.app.work.Periodic;
import io.frops.app.work.WhileHeld;
import io.frops.core.observe.Tracing;
import io.frops.core.store.Lease;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/// What the bot does by itself, and how often: most of it only while it holds the lease.
final class Routine {
    private static final Duration SWEEP = Duration.ofHours(1);

    /// A released lease is taken, and an expired one found, this soon.
    private static final Duration BEAT = Duration.ofMillis(500);

    /// A click at another replica is on its card this soon; in one process a signal tells.
    private static final Duration LOOK_AT_OTHERS = Duration.ofSeconds(1);

    /// What runs seldom still begins this soon after a take-over.
    private static final Duration TAKE_OVER = Duration.ofSeconds(1);

    private Routine() {}

    static void begin(
            Loops loops,
            Beat beat,
            Settings settings,
            Adapters adapters,
            Core core,
            Supplier<Cards> cards,
            CardNews news,
            Tracing tracing,
            Host host,
            Meters meters) {
        Lease lease = core.lease();
        Cadence cadence = host.cadence();
        loops.every(BEAT, "lease", beat);
        loops.every(
                cadence.cards(),
                "cards",
                Traces.others(
                        tracing,
                        new WhileHeld(
                                lease,
                                new Duties.CardDuty(core, cards, host, look(adapters, cadence)))));
        loops.every(
                cadence.upkeep(),
                "upkeep",
                Traces.round(
                        tracing,
                        "upkeep",
                        new WhileHeld(lease, new Duties.UpkeepDuty(core.upkeep()))));
        loops.every(
                shorter(TAKE_OVER, cadence.reconcile()),
                "silences",
                Traces.round(
                        tracing,
                        "silences",
                        new WhileHeld(
                                lease,
                                new Periodic(
                                        host.nanos(), cadence.reconcile(), core.silences()::run))));
        core.watches()
                .forEach((name, watch) ->
                        loops.every(
                                shorter(TAKE_OVER, cadence.reconcile()),
                                "reconciliation of " + name,
                                Traces.round(
                                        tracing,
                                        "reconcile",
                                        new WhileHeld(lease, new Duties.WatchDuty(watch, host)))));
        loops.every(SWEEP, "sweep", () -> adapters.state().sweep(host.clock().instant()));
        // Until Slack has said which workspace is ours, only the signature and the lists keep
        // others out.
        loops.every(cadence.look(), "workspace", adapters::learnTeam);
        Hello hello = new Hello(adapters.state().keys(), adapters.slack().room(), settings);
        loops.every(
                shorter(TAKE_OVER, cadence.look()),
                "hello",
                new WhileHeld(lease, new Periodic(host.nanos(), cadence.look(), hello::run)));
        figures(core, news, host, meters);
    }

    private static Duration look(Adapters adapters, Cadence cadence) {
        return adapters.state().embeddedUri() == null
                ? shorter(LOOK_AT_OTHERS, cadence.look())
                : cadence.look();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static void figures(Core core, CardNews news, Host host, Meters meters) {
        for (Urgency urgency : Urgency.values()) {
            meters.gauge(
                    "frops.cards.waiting",
                    "Lagging cards, by urgency",
                    Map.of("urgency", urgency.word()),
                    () -> core.lag().byUrgency().getOrDefault(urgency, 0));
        }
        meters.gauge(
                "frops.storms",
                "Storms that go on",
                () -> news.storms().stream().filter(s -> s.ended() == null).count());
        meters.gauge(
                "frops.storm.incidents",
                "Incidents of all storms whose cards are kept",
                () -> news.storms().stream().mapToInt(StormTold::total).sum());
        meters.gauge(
                "frops.slack.paused",
                "Methods of Slack that rest after a 429",
                () -> news.pauses().size());
        meters.gauge("frops.cards.behind", "Incidents whose cards lag", core.lag()::size);
        meters.gauge(
                "frops.cards.behind.age.seconds",
                "How long the oldest lagging card lags",
                () -> Duties.age(core, host.clock().instant()));
        meters.gauge(
                "frops.lease.held",
                "1 at the replica that looks after cards and timers",
                () -> core.lease().status().ours() ? 1 : 0);
        meters.counter(
                "frops.lease.taken",
                "How often this replica took over cards and timers",
                () -> core.lease().status().taken());
    }
}
