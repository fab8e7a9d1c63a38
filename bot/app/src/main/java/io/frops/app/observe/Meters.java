package io.frops.app.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// The bot's own figures, as `/metrics` shows them.
public final class Meters {
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /// The registry itself would forget whom to ask.
    private final List<Supplier<Number>> counted = new CopyOnWriteArrayList<>();

    /// A webhook was answered.
    ///
    /// @param nanos from its first byte to our answer
    public void intake(int status, long nanos) {
        Timer.builder("frops.intake")
                .description("Webhooks answered, by status")
                .tag("status", Integer.toString(status))
                .publishPercentileHistogram()
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /// A method of Slack was called.
    ///
    /// @param outcome `ok`, `429`, or Slack's error code
    public void slack(String method, String outcome, Duration took) {
        Timer.builder("frops.slack")
                .description("Calls of Slack's methods, by outcome")
                .tag("method", method)
                .tag("outcome", outcome)
                .register(registry)
                .record(took);
    }

    /// A command was answered.
    public void command(String name, String outcome, long nanos) {
        Timer.builder("frops.command")
                .description("Commands answered, by outcome")
                .tag("command", name)
                .tag("outcome", outcome)
                .publishPercentileHistogram()
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /// Reconciliation found that our picture and the source's differ.
    public void divergence(String source, String kind) {
        Counter.builder("frops.reconciliation.divergence")
                .description("Alerts that a source and the incidents disagreed on")
                .tag("source", source)
                .tag("kind", kind)
                .register(registry)
                .increment();
    }

    /// A connection of Socket Mode ended, or is about to; another one is opened.
    public void socketReplaced(String reason) {
        Counter.builder("frops.slack.socket.reconnects")
                .description("Connections to Slack that were replaced, by reason")
                .tag("reason", reason)
                .register(registry)
                .increment();
    }

    /// Something that must be looked at.
    public void alarm(String kind) {
        Counter.builder("frops.alarms")
                .description("Things somebody must look at: see the log")
                .tag("kind", kind)
                .register(registry)
                .increment();
    }

    /// A figure that is read when it is asked for.
    public void gauge(String name, String description, Supplier<Number> value) {
        gauge(name, description, Map.of(), value);
    }

    /// The same with labels.
    public void gauge(
            String name, String description, Map<String, String> labels, Supplier<Number> value) {
        List<Tag> tags =
                labels.entrySet().stream().map(e -> Tag.of(e.getKey(), e.getValue())).toList();
        io.micrometer.core.instrument.Gauge.builder(name, value)
                .description(description)
                .tags(tags)
                .register(registry);
    }

    /// Something counted elsewhere, that only grows.
    public void counter(String name, String description, Supplier<Number> value) {
        counted.add(value);
        io.micrometer.core.instrument.FunctionCounter.builder(
                        name, value, v -> v.get().doubleValue())
                .description(description)
                .register(registry);
    }

    /// Prometheus' text format.
    public String scrape() {
        return registry.scrape();
    }
}
