package io.frops.app.replay;

import io.frops.core.incident.Evolution;
import io.frops.core.incident.GradedAlert;
import io.frops.core.incident.Incident;
import io.frops.core.incident.IncidentDecider;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.IncidentEvent.AlertsFired;
import io.frops.core.incident.IncidentEvent.Opened;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Origin;
import io.frops.core.incident.StoredIncident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Folds the facts of one group's recorded incidents through other rules: which of them would have
/// been opened, joined or split. What becomes of each is the matter of [Strand].
final class Refold {
    private final Setup setup;
    private final IncidentDecider decider;
    private final IncidentDecider before;
    private final List<Strand> strands = new ArrayList<>();
    private final Map<IncidentId, Strand> carriers = new HashMap<>();
    private final Map<IncidentId, Incident> recorded = new HashMap<>();
    private final Map<IncidentId, Opened> openings = new HashMap<>();

    /// Recorded incidents that were reopened after they had left: no alert finds them any more.
    private final Set<IncidentId> apart = new HashSet<>();

    private @Nullable Strand latest;
    private @Nullable IncidentId latestRecorded;

    private record Step(StoredIncident incident, IncidentEvent event) {}

    private Refold(Setup setup, Setup running) {
        this.setup = setup;
        this.decider = setup.decider();
        this.before = running.decider();
    }

    /// @param group the group's recorded incidents, oldest first
    /// @param running the rules under which they were recorded
    /// @param until time passes up to here
    static List<Course> of(List<StoredIncident> group, Setup setup, Setup running, Instant until) {
        Refold fold = new Refold(setup, running);
        steps(group).forEach(step -> fold.take(step.incident(), step.event()));
        for (StoredIncident incident : group) {
            Strand carrier = fold.carriers.get(incident.id());
            if (carrier != null) {
                carrier.pass(until.plusNanos(1), fold.recorded.get(incident.id()));
            }
        }
        return fold.strands.stream().map(Strand::course).toList();
    }

    /// In order of time; at one moment the older incident's first.
    private static List<Step> steps(List<StoredIncident> group) {
        List<Step> steps = new ArrayList<>();
        group.forEach(i -> i.events().forEach(e -> steps.add(new Step(i, e))));
        steps.sort(Comparator.comparing(s -> s.event().at()));
        return steps;
    }

    private void take(StoredIncident incident, IncidentEvent event) {
        IncidentId id = incident.id();
        Incident state = recorded.get(id);
        Strand carrier = carriers.get(id);
        if (carrier != null) {
            carrier.pass(event.at(), state);
        }
        switch (event) {
            case Opened opened -> opened(opened);
            case AlertsFired fired -> fired(fired, incident, state);
            case IncidentEvent other -> {
                leave(id, other, state);
                if (carrier != null) {
                    carrier.take(other, state);
                }
            }
        }
        recorded.put(id, Evolution.evolve(state, event));
    }

    /// A person can reopen what is in the history; its group's alerts open the next one all the
    /// same.
    private void leave(IncidentId id, IncidentEvent event, @Nullable Incident state) {
        if (event instanceof IncidentEvent.Reopened
                && state != null
                && left(before, state, event.at())) {
            apart.add(id);
        }
    }

    /// An opening by alerts waits for them; others are as they were.
    private void opened(Opened opened) {
        openings.put(opened.id(), opened);
        if (!(opened.origin() instanceof Origin.Alerting)) {
            begin(opened.id()).add(opened);
        }
    }

    private void fired(AlertsFired event, StoredIncident incident, @Nullable Incident state) {
        IncidentId id = incident.id();
        Opened opened = openings.remove(id);
        List<GradedAlert> ours = regraded(event.alerts(), incident.state().origin());
        if (ours.isEmpty() && !event.alerts().isEmpty()) {
            return;
        }
        boolean unchanged = ours.equals(event.alerts());
        Strand carrier = carriers.containsKey(id) ? carriers.get(id) : joined(event.at());
        if (carrier != null && !left(decider, carrier.state(), event.at())) {
            carriers.put(id, carrier);
            carrier.fired(
                    id, unchanged ? event : new AlertsFired(event.at(), ours), unchanged, state);
        } else if (opened != null && unchanged) {
            Strand strand = begin(id);
            strand.add(opened);
            strand.add(event);
        } else {
            begin(id).open(incident, ours, event.at());
        }
    }

    /// What an alert that opened a new incident would have found instead.
    private @Nullable Strand joined(Instant at) {
        Strand strand = latest;
        IncidentId id = latestRecorded;
        if (strand == null || id == null || apart.contains(id)) {
            return null;
        }
        strand.pass(at, recorded.get(id));
        return strand;
    }

    private Strand begin(IncidentId id) {
        Strand strand = new Strand(decider, before, setup.grader(), id);
        strands.add(strand);
        carriers.put(id, strand);
        latest = strand;
        latestRecorded = id;
        return strand;
    }

    private static boolean left(IncidentDecider rules, Incident state, Instant at) {
        Instant leaves = rules.leavesAt(state);
        return leaves != null && !leaves.isAfter(at);
    }

    private List<GradedAlert> regraded(List<GradedAlert> alerts, Origin origin) {
        return alerts.stream()
                .filter(a ->
                        !(origin instanceof Origin.Alerting(var source, _, _)
                                && setup.isHeartbeat(source, a.alert())))
                .map(this::regraded)
                .toList();
    }

    /// The stored one where nothing about it differs.
    private GradedAlert regraded(GradedAlert stored) {
        GradedAlert fresh = setup.grader().grade(stored.alert());
        boolean same =
                fresh.severity() == stored.severity()
                        && fresh.basis() == stored.basis()
                        && fresh.service().equals(stored.service());
        return same ? stored : fresh;
    }
}
