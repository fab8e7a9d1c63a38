package io.frops.app.cards;

import io.frops.core.failure.IntegrationException;
import io.frops.core.incident.Cause;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.StoredIncident;
import io.frops.core.notify.CardRow;
import io.frops.core.observe.Span;
import io.frops.core.observe.Spans;
import io.frops.core.observe.Trace;
import io.frops.core.observe.Traceparent;
import io.frops.core.store.Bounded;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Calls of Slack for a card or its thread, each at its method's pace and as a part of the trace of
/// the change that it shows, whichever replica made that. For one thread.
final class CardSpans {
    /// Of a storm that meets a Slack which fails. One that is forgotten is counted from 1 again.
    private static final int MOST_FAILURES = 10_000;

    private final Pace pace;
    private final InstantSource clock;

    /// How often what an incident needs next has failed.
    private final Map<IncidentId, Integer> failures = Bounded.map(MOST_FAILURES);

    CardSpans(Pace pace, InstantSource clock) {
        this.pace = pace;
        this.clock = clock;
    }

    /// Shows in the card everything that it does not show yet.
    ///
    /// @param row what it shows so far
    <T> T card(
            String action,
            StoredIncident incident,
            CardRow row,
            Pace.Limit limit,
            Supplier<T> call) {
        List<Cause> causes =
                incident.causes().stream().filter(c -> c.version() > row.shownVersion()).toList();
        return call(action, incident, row, limit, causes, incident.lastSeq(), call);
    }

    /// Tells this event in the thread.
    <T> T reply(StoredIncident incident, CardRow row, long seq, Supplier<T> call) {
        List<Cause> causes = incident.causes().stream().filter(c -> c.has(seq)).toList();
        return call("thread", incident, row, Pace.POST, causes, seq, call);
    }

    private <T> T call(
            String action,
            StoredIncident incident,
            CardRow row,
            Pace.Limit limit,
            List<Cause> causes,
            long seq,
            Supplier<T> call) {
        IncidentId id = incident.id();
        Span span = begin(causes);
        return Spans.run(
                span,
                s -> {
                    s.set("frops.incident", id.toString())
                            .set("frops.action", action)
                            .set("slack.channel", row.channel().value())
                            .set("slack.method", limit.method())
                            .set("frops.waited_ms", waited(incident, seq).toMillis())
                            .set("frops.attempts", failures.getOrDefault(id, 0) + 1L);
                    return counted(id, () -> pace.within(limit, call));
                });
    }

    /// The last change is its parent; those before, which the same call shows, are linked.
    private static Span begin(List<Cause> causes) {
        if (causes.isEmpty()) {
            return Span.none();
        }
        List<Traceparent> at = causes.stream().map(Cause::at).toList();
        return Trace.span()
                .tracing()
                .begin("card", Span.Kind.INTERNAL, at.getLast(), at.subList(0, at.size() - 1));
    }

    private Duration waited(StoredIncident incident, long seq) {
        Instant written = incident.events().get((int) (seq - incident.firstSeq())).at();
        return Duration.between(written, clock.instant());
    }

    private <T> T counted(IncidentId id, Supplier<T> call) {
        try {
            T answer = call.get();
            failures.remove(id);
            return answer;
        } catch (IntegrationException e) {
            failures.merge(id, 1, Integer::sum);
            throw e;
        }
    }
}
