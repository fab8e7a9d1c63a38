package io.frops.integrations.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.observe.Span;
import io.frops.core.observe.Spans;
import io.frops.core.observe.Traceparent;
import io.frops.core.observe.Tracing;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/// What is exported, what is not, and that nobody waits for it.
class OtlpTracingTest {
    private static final Traceparent CALLER =
            new Traceparent("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", true);

    private final Kept exporter = new Kept(CompletableResultCode.ofSuccess());

    /// Keeps what it gets.
    private static final class Kept implements SpanExporter {
        private final List<SpanData> spans = new CopyOnWriteArrayList<>();
        private final CompletableResultCode answer;

        Kept(CompletableResultCode answer) {
            this.answer = answer;
        }

        @Override
        public CompletableResultCode export(Collection<SpanData> batch) {
            spans.addAll(batch);
            return answer;
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }

        List<String> names() {
            return spans.stream().map(SpanData::getName).toList();
        }
    }

    private static OtlpTracing tracing(Kept exporter, double sample) {
        return new OtlpTracing(exporter, sample, "frops", "one");
    }

    private static void round(Tracing tracing, String part) {
        Spans.run(tracing.tentative("round"), _ -> Spans.within(part, span -> span));
    }

    @Test
    void a_round_is_exported_only_if_it_wrote_something() {
        OtlpTracing tracing = tracing(exporter, 1);
        round(tracing, "decide");
        round(tracing, Span.WRITE);
        tracing.close();
        assertThat(exporter.names()).containsExactly("round", Span.WRITE);
        assertThat(exporter.spans.getLast().getParentSpanId())
                .isEqualTo(exporter.spans.getFirst().getSpanId());
    }

    @Test
    void the_callers_decision_to_sample_comes_before_ours() {
        OtlpTracing tracing = tracing(exporter, 0);
        tracing.begin("ours", Span.Kind.SERVER, null, List.of()).end();
        tracing.begin("theirs", Span.Kind.SERVER, CALLER, List.of()).end();
        tracing.close();
        assertThat(exporter.names()).containsExactly("theirs");
        assertThat(exporter.spans.getFirst().getTraceId()).isEqualTo(CALLER.traceId());
    }

    @Test
    void a_full_queue_drops_and_counts_and_the_end_is_bounded() {
        Kept hung = new Kept(new CompletableResultCode());
        OtlpTracing tracing = tracing(hung, 1);
        int spans = 3 * Outbox.CAPACITY;
        long begun = System.nanoTime();
        for (int i = 0; i < spans; i++) {
            tracing.begin("one", Span.Kind.INTERNAL, null, List.of()).end();
        }
        tracing.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
        assertThat(tracing.sent()).isZero();
        assertThat(tracing.dropped()).isGreaterThan(Outbox.CAPACITY).isLessThanOrEqualTo(spans);
        assertThat(hung.names()).as("one call at a time").hasSizeLessThanOrEqualTo(512);
    }
}
