package io.frops.app.wiring;

import io.frops.app.observe.Meters;
import io.frops.app.settings.Settings;
import io.frops.core.observe.Spans;
import io.frops.core.observe.Trace;
import io.frops.core.observe.Tracing;
import io.frops.integrations.otlp.OtlpTracing;

/// Tracing, and what the bot does by itself seen by it.
final class Traces {
    private Traces() {}

    /// Without an endpoint nothing of OpenTelemetry is even loaded.
    static Tracing of(Settings settings, Host host, Meters meters) {
        return settings.tracing().endpoint().isEmpty()
                ? Tracing.OFF
                : exporting(settings, host, meters);
    }

    private static Tracing exporting(Settings settings, Host host, Meters meters) {
        OtlpTracing tracing =
                new OtlpTracing(settings.tracing(), settings.logging().service(), host.name());
        meters.counter("frops.tracing.spans.sent", "Spans that the collector took", tracing::sent);
        meters.counter(
                "frops.tracing.spans.dropped",
                "Spans that nobody took: the collector was away, refused them or was too slow",
                tracing::dropped);
        return tracing;
    }

    /// A round that is a trace of its own if it writes something.
    static Runnable round(Tracing tracing, String name, Runnable round) {
        return () ->
                Spans.run(
                        tracing.tentative(name),
                        span -> {
                            round.run();
                            return span;
                        });
    }

    /// A round that may go on with traces of others.
    static Runnable others(Tracing tracing, Runnable round) {
        Trace trace = new Trace("", "", "", tracing.idle());
        return () -> trace.run(round);
    }
}
