package io.frops.core.incident;

import io.frops.core.access.Actor;
import io.frops.core.access.CommandId;
import io.frops.core.access.PersonId;
import io.frops.core.alert.Alert;
import io.frops.core.alert.AlertKey;
import io.frops.core.alert.GroupId;
import io.frops.core.alert.SourceName;
import io.frops.core.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Alerts, people and incidents for tests, with as little said as matters.
public final class Make {
    public static final Instant T0 = ManualClock.TUESDAY;
    public static final PersonId ANA = new PersonId("U0ANA");
    public static final PersonId BEN = new PersonId("W0BEN");
    public static final SourceName MAIN = new SourceName("main");

    private Make() {}

    /// The time so many seconds after [#T0].
    public static Instant at(long seconds) {
        return T0.plusSeconds(seconds);
    }

    public static GroupId group(String name) {
        return GroupId.of(MAIN, "frops", Map.of("alertname", name));
    }

    public static Alert alert(String fingerprint) {
        return alert(fingerprint, T0);
    }

    public static Alert alert(String fingerprint, Instant startsAt) {
        return new Alert(
                new AlertKey(fingerprint, startsAt),
                Map.of("alertname", "HighErrorRate", "service", "backend", "pod", fingerprint),
                Map.of("summary", "5xx above 5%"),
                null,
                "http://prometheus/graph?g0.expr=" + fingerprint);
    }

    public static Alert resolved(Alert alert, Instant endsAt) {
        return new Alert(
                alert.key(), alert.labels(), alert.annotations(), endsAt, alert.generatorUrl());
    }

    public static GradedAlert graded(Alert alert) {
        return graded(alert, Severity.SEV2);
    }

    public static GradedAlert graded(Alert alert, Severity severity) {
        return new GradedAlert(alert, severity, Basis.SEV_LABEL, "backend");
    }

    public static IncidentEvent.Opened opened(int number, GroupId group) {
        return new IncidentEvent.Opened(
                T0,
                new IncidentId(number),
                group,
                new Origin.Alerting(MAIN, "frops", Map.of("alertname", "HighErrorRate")),
                Severity.SEV2,
                Basis.SEV_LABEL,
                new Subject("backend", "5xx above 5%", T0, T0));
    }

    /// An incident of one firing alert, as it is first written.
    public static StoredIncident incident(int number, GroupId group) {
        return incident(
                opened(number, group),
                new IncidentEvent.AlertsFired(T0, List.of(graded(alert("f" + number)))));
    }

    /// An incident with these events, as it is first written.
    public static StoredIncident incident(IncidentEvent... events) {
        return StoredIncident.first(List.of(events), null, T0, null);
    }

    /// The next version, after these events.
    public static StoredIncident next(StoredIncident stored, IncidentEvent... events) {
        return next(stored, null, events);
    }

    public static StoredIncident next(
            StoredIncident stored, @Nullable CommandId command, IncidentEvent... events) {
        Instant now = events.length == 0 ? T0 : events[events.length - 1].at();
        return stored.after(List.of(events), command, now, now.plus(Duration.ofMinutes(5)));
    }

    public static StoredIncident note(StoredIncident stored, String text) {
        return next(stored, new IncidentEvent.NoteAdded(T0, Actor.of(ANA), text));
    }

    public static StoredIncident closed(StoredIncident stored, Instant when) {
        return next(
                stored,
                new IncidentEvent.Resolved(
                        when, Actor.of(ANA), stored.state().alerts().firingKeys()));
    }

    /// Alerts as a busy cluster has them: a common part, and per pod what differs.
    public static List<GradedAlert> storm(int howMany) {
        List<GradedAlert> alerts = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            String pod = "face-recognition-7d9f8b6c5d-%05x".formatted(i * 7919);
            String node = "ip-10-%d-%d.eu-central-1.compute.internal".formatted(i / 250, i % 250);
            Map<String, String> labels =
                    Map.of(
                            "alertname", "PodNotReady",
                            "cluster", "production-eu",
                            "namespace", "face-recognition-platform",
                            "service", "face-recognition",
                            "severity", "critical",
                            "prometheus", "monitoring/kube-prometheus-stack-prometheus",
                            "instance", node + ":9100",
                            "pod", pod);
            Map<String, String> annotations =
                    Map.of(
                            "summary", "Pod is not ready",
                            "description",
                                    "Pod "
                                            + pod
                                            + " on "
                                            + node
                                            + " has not been ready for 5 minutes.",
                            "runbook_url", "https://runbooks.example.com/pod-not-ready");
            AlertKey key =
                    new AlertKey("%016x".formatted(i * 0x9E3779B97F4A7C15L), at(-i).plusNanos(i));
            alerts.add(
                    graded(
                            new Alert(
                                    key,
                                    labels,
                                    annotations,
                                    null,
                                    "http://prometheus.example.com/graph?g0.expr=kube_pod_status_ready%3D%3D0")));
        }
        return alerts;
    }
}
