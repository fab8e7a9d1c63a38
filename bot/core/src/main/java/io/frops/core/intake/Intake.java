package io.frops.core.intake;

import io.frops.core.alert.Activity;
import io.frops.core.alert.Alert;
import io.frops.core.alert.AlertKey;
import io.frops.core.alert.GroupId;
import io.frops.core.alert.Notification;
import io.frops.core.alert.SourceName;
import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.Redaction;
import io.frops.core.incident.Badge;
import io.frops.core.incident.Change;
import io.frops.core.incident.GradedAlert;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Incidents;
import io.frops.core.incident.Lookup;
import io.frops.core.incident.Origin;
import io.frops.core.incident.Result;
import io.frops.core.incident.StoredIncident;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Takes a source's word and makes it durable: joins or opens the group's incident. When [#accept]
/// returns, nothing of the notification can be lost any more. The same word twice changes nothing
/// the second time, because the decisions are made from what is known.
public final class Intake {
    private final Incidents incidents;
    private final Grader grader;
    private final ResolvedKeys resolved;
    private final Doubts doubts;
    private final Heartbeats heartbeats;
    private final InstantSource clock;
    private final Whereabouts whereabouts = new Whereabouts();

    public Intake(
            Incidents incidents,
            Grader grader,
            ResolvedKeys resolved,
            Doubts doubts,
            Heartbeats heartbeats,
            InstantSource clock) {
        this.incidents = incidents;
        this.grader = grader;
        this.resolved = resolved;
        this.doubts = doubts;
        this.heartbeats = heartbeats;
        this.clock = clock;
    }

    /// @throws IntegrationException when it could not be made durable: the source must send it
    ///   again. Of kind `NOT_USABLE` when a newer version wrote the group's incident: whoever
    ///   understands it must take it
    public void accept(Notification notification) {
        List<Alert> alerts = new ArrayList<>();
        for (Alert alert : notification.alerts()) {
            if (heartbeats.isHeartbeat(notification.source(), alert)) {
                heartbeats.heard(notification.source(), alert, clock.instant());
            } else {
                alerts.add(alert);
            }
        }
        List<IntegrationException> readOnly = new ArrayList<>();
        for (Part part : parts(notification, alerts)) {
            try {
                accept(part);
            } catch (IntegrationException e) {
                if (e.kind() != IntegrationException.Kind.NOT_USABLE) {
                    throw e;
                }
                // That group's alone; the others of the same notification are none the worse.
                readOnly.add(e);
            }
        }
        if (!readOnly.isEmpty()) {
            throw readOnly.getFirst();
        }
    }

    private record Part(SourceName source, GroupId group, Origin origin, Change.Report report) {}

    /// One part for a group; for a route that groups nothing, one for each service.
    private List<Part> parts(Notification n, List<Alert> alerts) {
        if (alerts.isEmpty()) {
            return List.of();
        }
        List<Badge> warnings = new ArrayList<>();
        if (n.truncated() > 0) {
            warnings.add(new Badge(Badge.Kind.TRUNCATED, Integer.toString(n.truncated())));
        }
        if (!n.groupLabels().isEmpty()) {
            return List.of(part(n, n.groupLabels(), alerts, warnings));
        }
        warnings.add(new Badge(Badge.Kind.UNGROUPED, ""));
        Map<String, List<Alert>> byService =
                alerts.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Intake::rawService,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return byService.entrySet().stream()
                .map(e -> part(n, Map.of("service", e.getKey()), e.getValue(), warnings))
                .toList();
    }

    private static String rawService(Alert alert) {
        String raw = alert.label("service");
        return raw.isBlank() ? "none" : raw;
    }

    private Part part(
            Notification n, Map<String, String> labels, List<Alert> alerts, List<Badge> warnings) {
        // The identity is of the labels as they came, or it would not be the API's.
        GroupId group = GroupId.of(n.source(), n.receiver(), labels);
        Origin origin = new Origin.Alerting(n.source(), n.receiver(), Redaction.ofValues(labels));
        List<GradedAlert> graded = alerts.stream().map(grader::grade).toList();
        return new Part(
                n.source(),
                group,
                origin,
                new Change.Report(graded, Map.of(), warnings, n.repeat()));
    }

    private void accept(Part part) {
        boolean durable = false;
        while (!durable) {
            IncidentId known = whereabouts.of(part.group());
            durable = known == null ? seek(part) : join(part, known);
        }
    }

    private boolean seek(Part part) {
        return switch (incidents.store().look(part.group())) {
            case Lookup.Understood(var current) -> joinOrLeave(part, current);
            case Lookup.ReadOnly(var incident) -> throw incident.refusal();
            case Lookup.Absent _ -> open(part);
        };
    }

    private boolean joinOrLeave(Part part, StoredIncident current) {
        if (left(current)) {
            resolved.add(part.group(), keys(current));
            incidents.store().archive(current);
            return false;
        }
        return join(part, current.id());
    }

    /// Whether a closed incident's reopen window has passed, so that a firing is a new incident.
    private boolean left(StoredIncident current) {
        Instant leaves = incidents.decider().leavesAt(current.state());
        return leaves != null && !leaves.isAfter(clock.instant());
    }

    private static Set<AlertKey> keys(StoredIncident closed) {
        return closed.state().alerts().all().stream()
                .filter(a -> !a.firing())
                .map(a -> a.key())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// @return false when this is not the group's incident any more
    private boolean join(Part part, IncidentId id) {
        Result result =
                incidents.report(
                        id,
                        part.group(),
                        part.report(),
                        keys -> doubts.settle(part.source(), keys));
        return switch (result) {
            case Result.Changed _, Result.Unchanged _ -> {
                whereabouts.remember(part.group(), id);
                yield true;
            }
            case Result.Unknown _ -> {
                whereabouts.forget(part.group());
                yield false;
            }
            case Result.Refused _, Result.AskFirst _, Result.Withdrawn _, Result.ReadOnly _ ->
                    throw new IllegalStateException("a report is never answered with " + result);
        };
    }

    private boolean open(Part part) {
        Map<AlertKey, Activity.Answer> answers = answers(part);
        List<GradedAlert> believed =
                part.report().alerts().stream()
                        .filter(a ->
                                answers.get(a.alert().key()) != Activity.Answer.ABSENT
                                        || !a.alert().firing())
                        .toList();
        List<Alert> firing =
                believed.stream().map(GradedAlert::alert).filter(Alert::firing).toList();
        if (firing.isEmpty()) {
            resolved.add(part.group(), believed.stream().map(a -> a.alert().key()).toList());
            return true;
        }
        List<Badge> warnings = new ArrayList<>(part.report().warnings());
        if (answers.containsValue(Activity.Answer.UNREACHABLE)) {
            warnings.add(new Badge(Badge.Kind.DOUBTFUL, ""));
        }
        Change.Report report = new Change.Report(believed, Map.of(), warnings, false);
        String summary = Summary.of(firing, worst(believed).service());
        Optional<StoredIncident> opened =
                incidents.open(
                        null,
                        id ->
                                incidents
                                        .decider()
                                        .open(
                                                id,
                                                part.group(),
                                                part.origin(),
                                                summary,
                                                report,
                                                clock.instant()));
        opened.ifPresent(s -> whereabouts.remember(part.group(), s.id()));
        return opened.isPresent();
    }

    /// The alert that gives the incident its service and severity.
    private static GradedAlert worst(List<GradedAlert> believed) {
        return believed.stream()
                .filter(a -> a.alert().firing())
                .min(
                        Comparator.comparing(GradedAlert::severity)
                                .thenComparing(a -> a.alert().key()))
                .orElseThrow();
    }

    /// What the source says of alerts that fire although they had resolved without an open
    /// incident.
    private Map<AlertKey, Activity.Answer> answers(Part part) {
        Set<AlertKey> doubtful =
                part.report().alerts().stream()
                        .filter(a -> a.alert().firing())
                        .map(a -> a.alert().key())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        doubtful.retainAll(resolved.of(part.group()));
        return doubtful.isEmpty() ? Map.of() : doubts.settle(part.source(), doubtful);
    }
}
