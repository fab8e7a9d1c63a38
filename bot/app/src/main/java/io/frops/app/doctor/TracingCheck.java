package io.frops.app.doctor;

import io.frops.integrations.otlp.OtlpInspection;
import io.frops.integrations.otlp.TracingSettings;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The collector takes traces. The bot works without it, so that its failure is a warning.
record TracingCheck(TracingSettings settings) implements Check {
    private static final String SYSTEM = "Tracing";

    @Override
    public String system() {
        return SYSTEM;
    }

    @Override
    public List<Finding> findings() {
        URI endpoint = settings.endpoint().orElseThrow();
        Optional<String> trouble = OtlpInspection.trouble(settings);
        return List.of(
                trouble.map(why ->
                                Finding.warning(
                                        SYSTEM,
                                        "the collector at " + endpoint + " takes no traces: " + why,
                                        "Correct tracing.endpoint (OTLP over HTTP, usually port 4318) and"
                                                + " tracing.headers, or start the collector. Until then spans are"
                                                + " dropped; nothing else is affected."))
                        .orElseGet(() ->
                                Finding.ok(
                                        SYSTEM, "the collector at " + endpoint + " takes traces")));
    }
}
