package io.frops.core.incident;

import io.frops.core.observe.Span;
import io.frops.core.observe.Spans;
import io.frops.core.observe.Traceparent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/// What a trace shows of changes: a span for each decision, and one for the write that holds them.
final class Written {
    private Written() {}

    /// Decides about what was asked, as a part of the asker's trace.
    static Told decided(IncidentId id, Span asker, Supplier<Told> decision) {
        Span span = asker.child("decide").set("frops.incident", id.toString());
        try {
            Told told = decision.get();
            span.set("frops.outcome", outcome(told)).set("frops.events", events(told));
            return told;
        } finally {
            span.end();
        }
    }

    /// Decides about the first events of an incident.
    static List<IncidentEvent> opening(IncidentId id, Supplier<List<IncidentEvent>> decision) {
        return Spans.within(
                "decide",
                span -> {
                    List<IncidentEvent> events = decision.get();
                    span.set("frops.incident", id.toString())
                            .set("frops.outcome", "opened")
                            .set("frops.events", events.size());
                    return events;
                });
    }

    /// Begins the write of what was asked for together: a part of the first one's trace whose
    /// change is in it, and there for the others too.
    static Span begin(List<Asked> together, List<Told> told) {
        Span first = Span.none();
        List<Traceparent> others = new ArrayList<>();
        for (int i = 0; i < together.size(); i++) {
            Span asker = together.get(i).span();
            if (asker.at().isEmpty() || events(told.get(i)) == 0) {
                continue;
            }
            if (first.at().isEmpty()) {
                first = asker;
            } else {
                asker.at().ifPresent(others::add);
            }
        }
        return first.child(Span.WRITE, Span.Kind.INTERNAL, others);
    }

    /// Makes a change durable, and the write's span known to whoever will show it.
    ///
    /// @param span is ended here
    /// @param last the number of the last event before this change
    /// @param write answers what is in the store now, if it is this
    static <T> T write(
            Span span, StoredIncident made, long last, Function<StoredIncident, T> write) {
        StoredIncident known = span.at().map(at -> made.writtenIn(at, last)).orElse(made);
        return Spans.run(
                span,
                s -> {
                    s.set("frops.incident", made.id().toString())
                            .set("frops.version", made.version())
                            .set("db.operation.name", last == 0 ? "insert" : "replace");
                    T outcome = write.apply(known);
                    s.set("frops.outcome", String.valueOf(outcome).toLowerCase(Locale.ROOT));
                    return outcome;
                });
    }

    private static int events(Told told) {
        return told instanceof Told.Ended(Result.Changed(_, var events)) ? events.size() : 0;
    }

    private static String outcome(Told told) {
        return switch (told) {
            case Told.Ended(var result) ->
                    result.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            case Told.Again _ -> "again";
            case Told.Doubtful _ -> "doubtful";
            case Told.Failed _ -> "failed";
        };
    }
}
