package io.frops.integrations.otlp;

import io.frops.core.settings.Secret;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.exporter.internal.FailedExportException;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The SDK's exporter, without its own repetitions and its own log.
final class Exporters {
    /// Of one export.
    static final Duration TIMEOUT = Duration.ofSeconds(3);

    private static final Duration CONNECT = Duration.ofSeconds(2);

    /// It would write to standard error; our own log says it once. Kept here, since a logger that
    /// nobody holds forgets its level.
    private static final Logger THEIRS = Logger.getLogger("io.opentelemetry");

    private Exporters() {}

    static OtlpHttpSpanExporter of(TracingSettings settings) {
        THEIRS.setLevel(Level.OFF);
        OtlpHttpSpanExporterBuilder builder =
                OtlpHttpSpanExporter.builder()
                        .setEndpoint(traces(settings.endpoint().orElseThrow()))
                        .setConnectTimeout(CONNECT)
                        .setTimeout(TIMEOUT)
                        .setRetryPolicy(null)
                        .setMeterProvider(MeterProvider::noop)
                        .setExecutorService(
                                Executors.newThreadPerTaskExecutor(
                                        Thread.ofVirtual().name("otlp").factory()));
        settings.headers().forEach((name, value) -> builder.addHeader(name, reveal(value)));
        return builder.build();
    }

    private static String reveal(Secret value) {
        return value.reveal();
    }

    /// As the standard's `OTEL_EXPORTER_OTLP_ENDPOINT` is used.
    private static String traces(URI endpoint) {
        String base = endpoint.toString();
        return base + (base.endsWith("/") ? "" : "/") + "v1/traces";
    }

    /// Why an export failed, safe to show.
    static String why(CompletableResultCode end) {
        if (!end.isDone()) {
            return "no answer in time";
        }
        Throwable cause = end.getFailureThrowable();
        if (cause instanceof FailedExportException.HttpExportException http) {
            HttpResponse answer = http.getResponse();
            if (answer != null) {
                return "it answers HTTP " + answer.getStatusCode();
            }
            cause = http.getCause();
        }
        return cause instanceof java.net.http.HttpTimeoutException
                ? "no answer in time"
                : "it cannot be reached";
    }
}
