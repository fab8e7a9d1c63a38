package io.frops.integrations.otlp;

import io.frops.core.observe.Span;
import io.frops.core.observe.Traceparent;
import io.frops.core.observe.Tracing;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Traces by OpenTelemetry's SDK. Whoever begins and ends spans never waits: they go through an
/// [Outbox], and a collector that is away or hangs costs nothing but its spans.
public final class OtlpTracing implements Tracing {
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    /// Ours are ids and words; nobody's text gets this far.
    private static final int LONGEST_VALUE = 200;

    private final Outbox outbox;
    private final SdkTracerProvider provider;
    private final Tracer tracer;

    /// Calls nobody until a span has ended.
    ///
    /// @param service the name that traces are found by
    /// @param instance tells one replica from another
    public OtlpTracing(TracingSettings settings, String service, String instance) {
        this(Exporters.of(settings), settings.sample(), service, instance);
    }

    OtlpTracing(SpanExporter exporter, double sample, String service, String instance) {
        outbox = new Outbox(exporter);
        provider =
                SdkTracerProvider.builder()
                        .setResource(
                                Resource.create(
                                        Attributes.of(
                                                AttributeKey.stringKey("service.name"), service,
                                                AttributeKey.stringKey("service.instance.id"),
                                                        instance)))
                        .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(sample)))
                        .setSpanLimits(
                                SpanLimits.builder()
                                        .setMaxAttributeValueLength(LONGEST_VALUE)
                                        .build())
                        .addSpanProcessor(new Undecided(outbox::offer))
                        .build();
        tracer = provider.get("io.frops");
    }

    @Override
    public Span begin(
            String name, Span.Kind kind, @Nullable Traceparent parent, List<Traceparent> others) {
        SpanBuilder builder = tracer.spanBuilder(name).setSpanKind(kind(kind));
        if (parent == null) {
            builder.setNoParent();
        } else {
            builder.setParent(
                    Context.root().with(io.opentelemetry.api.trace.Span.wrap(context(parent))));
        }
        others.forEach(other -> builder.addLink(context(other)));
        return new OtlpSpan(builder.startSpan(), this);
    }

    @Override
    public Span tentative(String name) {
        return new OtlpSpan(
                tracer.spanBuilder(name)
                        .setNoParent()
                        .setAttribute(Undecided.MARK, true)
                        .startSpan(),
                this);
    }

    private static SpanContext context(Traceparent at) {
        return SpanContext.createFromRemoteParent(
                at.traceId(),
                at.spanId(),
                at.sampled() ? TraceFlags.getSampled() : TraceFlags.getDefault(),
                TraceState.getDefault());
    }

    private static SpanKind kind(Span.Kind kind) {
        return switch (kind) {
            case SERVER -> SpanKind.SERVER;
            case CLIENT -> SpanKind.CLIENT;
            case INTERNAL -> SpanKind.INTERNAL;
        };
    }

    /// How many spans the collector took.
    public long sent() {
        return outbox.sent();
    }

    /// How many spans nobody took: the collector was away, refused them, or was too slow.
    public long dropped() {
        return outbox.dropped();
    }

    @Override
    public void close() {
        outbox.close(LAST_WORDS);
        provider.close();
    }
}
