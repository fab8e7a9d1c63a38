package io.frops.core.intake;

import io.frops.core.alert.Alert;
import io.frops.core.alert.Notification;
import io.frops.core.incident.IncidentDecider;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.IncidentRules;
import io.frops.core.incident.IncidentStore;
import io.frops.core.incident.Incidents;
import io.frops.core.incident.Make;
import io.frops.core.incident.SeverityRules;
import io.frops.core.memory.MemoryIncidents;
import io.frops.core.memory.MemoryKeys;
import io.frops.core.platform.Services;
import io.frops.core.testing.ManualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Intake and upkeep over stores in memory and a source that says what a test tells it to.
public final class IntakeWorld {
    private final ManualClock clock = new ManualClock();
    private final BrittleIncidents store;
    private final FakeSource source = new FakeSource(Make.MAIN);
    private final MemoryKeys keys = new MemoryKeys();
    private final Agenda agenda = new Agenda();
    private final Incidents incidents;
    private final HeartbeatBook heartbeats;
    private final Intake intake;
    private final Upkeep upkeep;
    private final List<String> found = new ArrayList<>();

    public IntakeWorld() {
        this(List.of());
    }

    public IntakeWorld(List<Heartbeat> rules) {
        this(new MemoryIncidents(), rules);
    }

    /// Over another store of incidents.
    public IntakeWorld(IncidentStore incidentStore, List<Heartbeat> rules) {
        store = new BrittleIncidents(incidentStore);
        incidents =
                new Incidents(
                        store,
                        new IncidentDecider(IncidentRules.defaults()),
                        clock,
                        _ -> false,
                        agenda::changed);
        heartbeats = new HeartbeatBook(rules, keys, clock);
        ResolvedKeys resolved = new ResolvedKeys(keys, clock);
        Grader grader = new Grader(SeverityRules.defaults(), new Services(List.of()));
        intake =
                new Intake(
                        incidents,
                        grader,
                        resolved,
                        new Doubts(Map.of(Make.MAIN, source)),
                        heartbeats,
                        clock);
        upkeep =
                new Upkeep(
                        incidents, agenda, resolved, heartbeats, Map.of(Make.MAIN, source), clock);
    }

    public Notification notification(Map<String, String> groupLabels, List<Alert> alerts) {
        return new Notification(
                Make.MAIN, "frops", groupLabels, alerts, 0, false, "http://alertmanager");
    }

    public SourceWatch watch() {
        Reconciliation reconciliation =
                new Reconciliation(
                        Make.MAIN, "frops", heartbeats.of(Make.MAIN), ReconciliationPolicy.DEFAULT);
        return new SourceWatch(
                source,
                reconciliation,
                heartbeats,
                intake,
                incidents,
                clock,
                (_, kind) -> found.add(kind));
    }

    /// By what source and incidents differed, in order.
    List<String> found() {
        return found;
    }

    public ManualClock clock() {
        return clock;
    }

    public IncidentStore store() {
        return store;
    }

    /// From now on nothing can be written to this incident, or again.
    void brittle(IncidentId id, boolean now) {
        store.brittle(id, now);
    }

    /// A newer version writes this incident.
    void newer(IncidentId id) {
        store.newer(id);
    }

    /// This incident's events, but for the last one, go to pages.
    void paged(IncidentId id) {
        store.paged(id);
    }

    int reads() {
        return store.reads();
    }

    public FakeSource source() {
        return source;
    }

    public Incidents incidents() {
        return incidents;
    }

    public Intake intake() {
        return intake;
    }

    public Upkeep upkeep() {
        return upkeep;
    }

    public HeartbeatBook heartbeats() {
        return heartbeats;
    }
}
