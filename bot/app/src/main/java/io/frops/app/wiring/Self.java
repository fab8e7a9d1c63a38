package io.frops.app.wiring;

import io.frops.app.cards.CardNews;
import io.frops.app.cards.Urgency;
import io.frops.core.failure.IntegrationException;
import io.frops.core.observe.SelfReport;
import io.frops.core.observe.SelfReport.Store;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Looks at the bot itself.
record Self(Adapters adapters, Core core, CardNews news, Host host)
        implements Supplier<SelfReport> {
    @Override
    public SelfReport get() {
        var lease = core.lease().status();
        Map<String, Integer> waiting = new LinkedHashMap<>();
        core.lag().byUrgency().forEach((urgency, n) -> waiting.put(words(urgency), n));
        int inStorms = news.storms().stream().mapToInt(s -> s.waiting()).sum();
        if (inStorms > 0) {
            waiting.put("in a storm", inStorms);
        }
        Optional<Duration> oldest =
                core.lag().oldest().map(since -> Duration.between(since, host.clock().instant()));
        return new SelfReport(
                waiting,
                oldest,
                news.storms().stream()
                        .map(s ->
                                new SelfReport.StormLine(
                                        s.channel(), s.ended() != null, s.total(), s.active()))
                        .toList(),
                news.pauses(),
                store(),
                lease.ours(),
                lease.holder());
    }

    private Store store() {
        long begun = host.nanos().getAsLong();
        try {
            adapters.state().ping();
            return new Store.Answers(Duration.ofNanos(host.nanos().getAsLong() - begun));
        } catch (IntegrationException e) {
            return new Store.Silent(e.safeMessage());
        }
    }

    private static String words(Urgency urgency) {
        return switch (urgency) {
            case CLICK -> "after a person's click";
            case NEW_SEVERE -> "new and severe";
            case STATE -> "changed";
            case COUNT -> "counts and threads";
        };
    }
}
