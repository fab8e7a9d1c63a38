package io.frops.core.incident;

import io.frops.core.access.CommandId;
import io.frops.core.access.PersonId;
import io.frops.core.alert.Activity;
import io.frops.core.alert.AlertKey;
import io.frops.core.alert.GroupId;
import io.frops.core.failure.IntegrationException;
import io.frops.core.observe.Span;
import io.frops.core.observe.Trace;
import io.frops.core.store.Combiner;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Changes incidents: reads, decides, writes by compare-and-set, and decides again when somebody
/// else was first. Changes that wait for one incident go into one write, and each is told what came
/// of itself.
public final class Incidents {
    /// So many changes go into one write: more would keep the first of them waiting.
    private static final int TOGETHER = 64;

    private final IncidentStore store;
    private final IncidentDecider decider;
    private final InstantSource clock;
    private final Patience patience;
    private final Consumer<StoredIncident> changed;
    private final Combiner<IncidentId, Asked, Told> waiting;

    /// @param changed told of every write that this process made, right after it
    public Incidents(
            IncidentStore store,
            IncidentDecider decider,
            InstantSource clock,
            Patience patience,
            Consumer<StoredIncident> changed) {
        this(
                store,
                decider,
                clock,
                patience,
                changed,
                new Combiner<>(TOGETHER, new Round(store, decider, clock, changed)::attempt));
    }

    private Incidents(
            IncidentStore store,
            IncidentDecider decider,
            InstantSource clock,
            Patience patience,
            Consumer<StoredIncident> changed,
            Combiner<IncidentId, Asked, Told> waiting) {
        this.store = store;
        this.decider = decider;
        this.clock = clock;
        this.patience = patience;
        this.changed = changed;
        this.waiting = waiting;
    }

    /// The same incidents for callers who wait otherwise; their changes go into the same writes.
    public Incidents with(Patience other) {
        return new Incidents(store, decider, clock, other, changed, waiting);
    }

    /// The incident, if this version understands it.
    public Optional<StoredIncident> find(IncidentId id) {
        return store.find(id);
    }

    public Lookup look(IncidentId id) {
        return store.look(id);
    }

    public IncidentStore store() {
        return store;
    }

    public IncidentDecider decider() {
        return decider;
    }

    /// How many changes wait for this incident's next write.
    int waiting(IncidentId id) {
        return waiting.waiting(id);
    }

    /// Makes a change that nobody can withdraw.
    public Result change(IncidentId id, @Nullable CommandId command, Change change) {
        return change(id, command, change, () -> false);
    }

    /// Makes a change, once.
    ///
    /// @param command names what was asked for; a replay has no second effect
    /// @param withdrawn asked before each write; after a write whose outcome is unknown, a
    ///   withdrawn change is fenced off
    /// @throws IntegrationException when the store failed and nothing is known to be written
    public Result change(
            IncidentId id, @Nullable CommandId command, Change change, BooleanSupplier withdrawn) {
        boolean unknown = false;
        int attempt = 0;
        while (true) {
            switch (waiting.ask(id, new Asked(command, null, change, withdrawn, unknown))) {
                case Told.Ended(var result) -> {
                    return result;
                }
                case Told.Again _ -> {}
                case Told.Doubtful(var keys) ->
                        throw new IllegalStateException(
                                "only intake settles doubts, yet " + keys + " came here");
                case Told.Failed(IntegrationException e) -> {
                    unknown |= e.outcomeUnknown();
                    if (!unknown) {
                        throw e;
                    }
                    if (!patience.again(++attempt)) {
                        throw unknown(e);
                    }
                }
                case Told.Failed(var bug) -> throw bug;
            }
        }
    }

    /// What failed last may have been a look; the write before it is unknown all the same.
    private static IntegrationException unknown(IntegrationException last) {
        return new IntegrationException(
                last.system(), IntegrationException.Kind.TIMEOUT, last.safeMessage(), last);
    }

    /// Makes what a source told of a group part of the group's current incident.
    ///
    /// @param doubts asked about alerts that fire although they had resolved
    /// @return [Result.Unknown] when this is not, or not any more, the group's current incident
    /// @throws IntegrationException when it is not known to be written
    public Result report(
            IncidentId id,
            GroupId group,
            Change.Report told,
            Function<Set<AlertKey>, Map<AlertKey, Activity.Answer>> doubts) {
        Change.Report report = told;
        while (true) {
            switch (waiting.ask(id, new Asked(null, group, report, () -> false, false))) {
                case Told.Ended(var result) -> {
                    return result;
                }
                case Told.Again _ -> {}
                case Told.Doubtful(var keys) -> {
                    Map<AlertKey, Activity.Answer> answers = new HashMap<>(report.answers());
                    answers.putAll(doubts.apply(keys));
                    report = report.answered(answers);
                }
                case Told.Failed(var why) -> throw why;
            }
        }
    }

    /// Opens an incident with its first events.
    ///
    /// @param events makes the events for a number; called again when the number is taken
    /// @return the new incident; empty when the group has one already
    public Optional<StoredIncident> open(
            @Nullable CommandId command, Function<IncidentId, List<IncidentEvent>> events) {
        while (true) {
            Instant now = clock.instant();
            IncidentId id = store.nextId();
            List<IncidentEvent> first = Written.opening(id, () -> events.apply(id));
            Instant due = decider.due(Evolution.replay(first));
            StoredIncident incident = StoredIncident.first(first, command, now, due);
            switch (Written.write(Trace.span().child(Span.WRITE), incident, 0, this::inserted)) {
                case DONE -> {
                    return Optional.of(incident);
                }
                case GROUP_TAKEN -> {
                    return Optional.empty();
                }
                case NUMBER_TAKEN -> {}
            }
        }
    }

    private IncidentStore.Insert inserted(StoredIncident first) {
        IncidentStore.Insert end = store.insert(first);
        if (end == IncidentStore.Insert.DONE) {
            changed.accept(first);
        }
        return end;
    }

    private Optional<StoredIncident> declared(GroupId group) {
        return switch (store.look(group)) {
            case Lookup.Understood(var incident) -> Optional.of(incident);
            case Lookup.ReadOnly(var incident) -> throw incident.refusal();
            case Lookup.Absent _ -> Optional.empty();
        };
    }

    /// Declares an incident, once for each command. An insert that is on its way cannot be fenced
    /// off as a change can; so once its outcome is unknown it is made, and whoever withdrew it is
    /// told.
    ///
    /// @param withdrawn asked before the first write
    /// @return empty when it was withdrawn before it was written
    /// @throws IntegrationException when the store failed and nothing is known to be written
    public Optional<StoredIncident> declare(
            CommandId command,
            PersonId by,
            Severity severity,
            String service,
            String summary,
            BooleanSupplier withdrawn) {
        GroupId group = GroupId.declared(command.value());
        Origin origin = new Origin.Declared(by);
        // A number may be taken in vain; only with the events an insert begins.
        AtomicBoolean begun = new AtomicBoolean();
        Function<IncidentId, List<IncidentEvent>> events =
                id -> {
                    begun.set(true);
                    return decider.declare(
                            id, group, origin, severity, service, summary, clock.instant());
                };
        boolean unknown = false;
        int attempt = 0;
        while (true) {
            try {
                Optional<StoredIncident> known = declared(group);
                if (known.isPresent() || (!unknown && withdrawn.getAsBoolean())) {
                    return known;
                }
                Optional<StoredIncident> opened = open(command, events);
                if (opened.isPresent()) {
                    return opened;
                }
            } catch (IntegrationException e) {
                unknown |= begun.get() && e.outcomeUnknown();
                if (!unknown && !e.outcomeUnknown()) {
                    throw e;
                }
                if (!patience.again(++attempt)) {
                    throw unknown ? unknown(e) : e;
                }
            }
        }
    }
}
