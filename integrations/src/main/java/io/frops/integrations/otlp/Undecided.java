package io.frops.integrations.otlp;

import io.frops.core.observe.Span;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Passes ended spans on; those of a round that is done again and again only if it wrote something,
/// which is known when its first span ends.
final class Undecided implements SpanProcessor {
    /// On a round's first span.
    static final AttributeKey<Boolean> MARK = AttributeKey.booleanKey("frops.background");

    /// Of a longer round the rest is left out.
    private static final int MOST = 2_000;

    private final Consumer<SpanData> next;

    /// By trace.
    private final Map<String, List<SpanData>> waiting = new ConcurrentHashMap<>();

    Undecided(Consumer<SpanData> next) {
        this.next = next;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        if (first(span)) {
            waiting.put(span.getSpanContext().getTraceId(), new ArrayList<>());
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        SpanData data = span.toSpanData();
        if (first(span)) {
            decide(data);
        } else if (!kept(data)) {
            next.accept(data);
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    private static boolean first(ReadableSpan span) {
        return Boolean.TRUE.equals(span.getAttribute(MARK));
    }

    /// @return false when nothing waits for its trace's end
    private boolean kept(SpanData data) {
        return waiting.computeIfPresent(
                        data.getTraceId(),
                        (_, spans) -> {
                            if (spans.size() < MOST) {
                                spans.add(data);
                            }
                            return spans;
                        })
                != null;
    }

    private void decide(SpanData first) {
        List<SpanData> parts = waiting.remove(first.getTraceId());
        if (parts != null && parts.stream().anyMatch(part -> part.getName().equals(Span.WRITE))) {
            next.accept(first);
            parts.forEach(next);
        }
    }
}
