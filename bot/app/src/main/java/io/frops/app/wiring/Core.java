package io.frops.app.wiring;

import io.frops.app.cards.Lag;
import io.frops.app.observe.Meters;
import io.frops.app.settings.Settings;
import io.frops.core.alert.AlertSource;
import io.frops.core.alert.LabelMatcher;
import io.frops.core.alert.SourceName;
import io.frops.core.incident.IncidentDecider;
import io.frops.core.incident.Incidents;
import io.frops.core.incident.StoredIncident;
import io.frops.core.intake.Agenda;
import io.frops.core.intake.Doubts;
import io.frops.core.intake.Grader;
import io.frops.core.intake.Heartbeat;
import io.frops.core.intake.HeartbeatBook;
import io.frops.core.intake.Intake;
import io.frops.core.intake.Reconciliation;
import io.frops.core.intake.ReconciliationPolicy;
import io.frops.core.intake.ResolvedKeys;
import io.frops.core.intake.SilenceRound;
import io.frops.core.intake.SourceWatch;
import io.frops.core.intake.Upkeep;
import io.frops.core.store.Lease;
import io.frops.integrations.alertmanager.AlertmanagerSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The domain over its stores and sources.
///
/// @param incidents for people's commands, patient with an unknown outcome
/// @param watches one for each source
/// @param lease whose turn it is to look after cards, timers and sources
record Core(
        Incidents incidents,
        Intake intake,
        Upkeep upkeep,
        SilenceRound silences,
        Map<SourceName, SourceWatch> watches,
        Lag lag,
        Lease lease) {
    static Core of(Settings settings, Adapters adapters, Host host, Meters meters) {
        Lag lag = new Lag();
        Agenda agenda = new Agenda();
        Consumer<StoredIncident> written =
                s -> {
                    lag.changed(s, host.clock().instant());
                    agenda.changed(s);
                };
        IncidentDecider decider = new IncidentDecider(settings.rules());
        Incidents forPeople =
                new Incidents(
                        adapters.state().incidents(),
                        decider,
                        host.clock(),
                        host.forPeople(),
                        written);
        // Intake answers 503 at once instead of waiting: the source sends again.
        Incidents forSources = forPeople.with(_ -> false);
        HeartbeatBook heartbeats =
                new HeartbeatBook(heartbeats(settings), adapters.state().keys(), host.clock());
        ResolvedKeys resolved = new ResolvedKeys(adapters.state().keys(), host.clock());
        Intake intake =
                new Intake(
                        forSources,
                        new Grader(settings.severity().severityRules(), settings.platform()),
                        resolved,
                        new Doubts(adapters.sources()),
                        heartbeats,
                        host.clock());
        Upkeep upkeep =
                new Upkeep(
                        forSources, agenda, resolved, heartbeats, adapters.sources(), host.clock());
        SilenceRound silences = new SilenceRound(forSources, adapters.sources().values());
        Map<SourceName, SourceWatch> watches = new LinkedHashMap<>();
        for (AlertmanagerSettings source : settings.alertmanagers()) {
            AlertSource adapter =
                    Optional.ofNullable(adapters.sources().get(source.name())).orElseThrow();
            Reconciliation reconciliation =
                    new Reconciliation(
                            source.name(),
                            source.receiver(),
                            heartbeats.of(source.name()),
                            ReconciliationPolicy.DEFAULT);
            watches.put(
                    source.name(),
                    new SourceWatch(
                            adapter,
                            reconciliation,
                            heartbeats,
                            intake,
                            forSources,
                            host.clock(),
                            (name, kind) -> meters.divergence(name.value(), kind)));
        }
        return new Core(forPeople, intake, upkeep, silences, watches, lag, lease(adapters, host));
    }

    /// Nobody else can open an embedded store's file.
    private static Lease lease(Adapters adapters, Host host) {
        return adapters.state().embeddedUri() != null
                ? Lease.alone(host.name())
                : Lease.shared(
                        adapters.state().keys(),
                        "lease/pacer",
                        new Lease.Member(host.ids().get(), host.name()),
                        host.nanos());
    }

    private static List<Heartbeat> heartbeats(Settings settings) {
        return settings.alertmanagers().stream()
                .flatMap(source ->
                        source.heartbeat().stream()
                                .map(beat ->
                                        new Heartbeat(
                                                source.name(),
                                                matchers(beat.matchers()),
                                                beat.within())))
                .toList();
    }

    private static List<LabelMatcher> matchers(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(e -> new LabelMatcher(e.getKey(), e.getValue()))
                .toList();
    }
}
