package io.frops.integrations.otlp;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Tries the collector.
public final class OtlpInspection {
    private OtlpInspection() {}

    /// Sends it an export without spans.
    ///
    /// @return what is wrong; empty when it was taken
    public static Optional<String> trouble(TracingSettings settings) {
        try (OtlpHttpSpanExporter exporter = Exporters.of(settings)) {
            CompletableResultCode end = exporter.export(List.of());
            end.join(Exporters.TIMEOUT.plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS);
            return end.isSuccess() ? Optional.empty() : Optional.of(Exporters.why(end));
        }
    }
}
