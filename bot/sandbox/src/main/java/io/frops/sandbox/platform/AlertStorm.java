package io.frops.sandbox.platform;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What a failed network switch looks like from an alerting system: every rule of every service
/// fires at once, each in a group of its own. Whether it goes on is kept over a restart.
public final class AlertStorm {
    private static final String KEPT_AS = "storm";

    private final InstantSource clock;
    private final AlertSink alerts;
    private final URI pages;
    private final BrokenFile file;
    private final List<Fire> all;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Instant since;

    /// A rule that fires in a storm.
    ///
    /// @param sev the incident's severity where the rule sets it; empty otherwise
    /// @param summary ends with the service's name
    private record Rule(String name, String severity, String sev, String summary) {}

    private record Fire(Map<String, String> labels, Map<String, String> annotations, URI graph) {}

    /// @param pages of the platform whose services it hits
    /// @param remembered absent forgets
    public AlertStorm(InstantSource clock, AlertSink alerts, URI pages, Optional<Path> remembered) {
        this.clock = clock;
        this.alerts = alerts;
        this.pages = pages;
        file = new BrokenFile(remembered);
        all =
                GuideServices.all().stream()
                        .flatMap(s -> rules().stream().map(r -> fire(s, r)))
                        .toList();
        Instant kept = file.read().get(KEPT_AS);
        if (kept != null) {
            begin(kept);
        }
    }

    private static List<Rule> rules() {
        return List.of(
                new Rule("AllReplicasUnreachable", "critical", "1", "No replica answers:"),
                new Rule("ProbeFailed", "critical", "", "The health probe fails:"),
                new Rule("PodCrashLooping", "critical", "", "Pods crash again and again:"),
                new Rule("DependencyTimeouts", "critical", "", "Calls to other services time out:"),
                new Rule("PodNotReady", "warning", "", "A pod is not ready:"),
                new Rule("TargetDown", "warning", "", "Prometheus cannot scrape:"),
                new Rule("ConnectionErrors", "warning", "", "Connections are reset:"),
                new Rule("QueueGrowing", "warning", "", "The queue grows:"),
                new Rule("LatencyBudgetBurn", "warning", "", "The latency budget burns:"),
                new Rule("PacketLoss", "warning", "", "Packets are lost on the way to"),
                new Rule("DnsSlow", "info", "", "Names resolve slowly for"),
                new Rule("ConfigReloadLate", "info", "", "The configuration is old:"));
    }

    private Fire fire(SampleService service, Rule rule) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("alertname", rule.name());
        labels.put("service", service.name());
        labels.put("job", service.scrape().job());
        labels.put("cluster", AlertText.CLUSTER);
        labels.put("instance", service.scrape().instance());
        labels.put("severity", rule.severity());
        if (!rule.sev().isEmpty()) {
            labels.put("sev", rule.sev());
        }
        AlertText text = new AlertText(service, pages);
        Map<String, String> annotations =
                Map.of(
                        "summary",
                        rule.summary() + " " + service.name(),
                        "description",
                        "All of rack 4 lost its switch a moment ago",
                        "runbook_url",
                        text.runbook().toString(),
                        "dashboard_url",
                        text.dashboard().toString());
        String expression =
                "ALERTS{alertname=\"%s\",service=\"%s\"}".formatted(rule.name(), service.name());
        return new Fire(
                Map.copyOf(labels),
                annotations,
                URI.create(
                        pages
                                + "/graph?g0.expr="
                                + URLEncoder.encode(expression, StandardCharsets.UTF_8)
                                + "&g0.tab=0"));
    }

    /// How many alerts it has, each in a group of its own.
    public int size() {
        return all.size();
    }

    public boolean rages() {
        lock.lock();
        try {
            return since != null;
        } finally {
            lock.unlock();
        }
    }

    /// Nothing happens when it goes on already.
    public void begin() {
        lock.lock();
        try {
            if (since == null) {
                Instant now = clock.instant();
                file.write(Map.of(KEPT_AS, now));
                begin(now);
            }
        } finally {
            lock.unlock();
        }
    }

    private void begin(Instant at) {
        since = at;
        all.forEach(f -> alerts.fire(f.labels(), f.annotations(), f.graph(), at));
    }

    /// Nothing happens when there is none.
    public void end() {
        lock.lock();
        try {
            if (since != null) {
                since = null;
                file.write(Map.of());
                all.forEach(f -> alerts.resolve(f.labels()));
            }
        } finally {
            lock.unlock();
        }
    }
}
