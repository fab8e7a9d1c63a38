package io.frops.integrations.otlp;

import io.frops.core.observe.Span;
import io.frops.core.observe.Traceparent;
import io.frops.core.observe.Tracing;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Optional;

/// One of the SDK's spans.
final class OtlpSpan implements Span {
    private final io.opentelemetry.api.trace.Span span;
    private final Tracing tracing;
    private final Traceparent at;

    OtlpSpan(io.opentelemetry.api.trace.Span span, Tracing tracing) {
        this.span = span;
        this.tracing = tracing;
        SpanContext context = span.getSpanContext();
        at = new Traceparent(context.getTraceId(), context.getSpanId(), context.isSampled());
    }

    @Override
    public Optional<Traceparent> at() {
        return Optional.of(at);
    }

    @Override
    public Tracing tracing() {
        return tracing;
    }

    @Override
    public Span set(String key, String value) {
        span.setAttribute(key, value);
        return this;
    }

    @Override
    public Span set(String key, long value) {
        span.setAttribute(key, value);
        return this;
    }

    @Override
    public void failed(String kind) {
        span.setAttribute("error.type", kind);
        span.setStatus(StatusCode.ERROR);
    }

    @Override
    public void end() {
        span.end();
    }
}
