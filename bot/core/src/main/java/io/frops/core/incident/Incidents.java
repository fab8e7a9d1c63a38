package io.frops.core.incident;

import io.frops.core.access.CommandId;
import io.frops.core.access.PersonId;
import io.frops.core.alert.GroupId;
import io.frops.core.failure.IntegrationException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Changes incidents: reads, decides, writes by compare-and-set, and decides again when somebody
/// else was first.
public final class Incidents {
    private final IncidentStore store;
    private final IncidentDecider decider;
    private final InstantSource clock;
    private final Patience patience;
    private final Consumer<StoredIncident> changed;

    /// @param changed told of every write that this process made, right after it
    public Incidents(
            IncidentStore store,
            IncidentDecider decider,
            InstantSource clock,
            Patience patience,
            Consumer<StoredIncident> changed) {
        this.store = store;
        this.decider = decider;
        this.clock = clock;
        this.patience = patience;
        this.changed = changed;
    }

    public Optional<StoredIncident> find(IncidentId id) {
        return store.find(id);
    }

    public IncidentStore store() {
        return store;
    }

    public IncidentDecider decider() {
        return decider;
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
            try {
                Step step = step(id, command, change, withdrawn, unknown);
                if (step instanceof Ended(var result)) {
                    return result;
                }
            } catch (IntegrationException e) {
                unknown |= e.outcomeUnknown();
                if (!unknown || !patience.again(++attempt)) {
                    throw e;
                }
            }
        }
    }

    private sealed interface Step {}

    private record Ended(Result result) implements Step {}

    private record Again() implements Step {}

    private Step step(
            IncidentId id,
            @Nullable CommandId command,
            Change change,
            BooleanSupplier withdrawn,
            boolean unknown) {
        StoredIncident stored = store.find(id).orElse(null);
        if (stored == null) {
            return new Ended(new Result.Unknown(id));
        }
        if (command != null && stored.remembers(command)) {
            return new Ended(new Result.Changed(stored, List.of()));
        }
        if (withdrawn.getAsBoolean()) {
            return unknown ? fence(stored) : new Ended(new Result.Withdrawn());
        }
        return decide(stored, command, change);
    }

    private Step decide(StoredIncident stored, @Nullable CommandId command, Change change) {
        Instant now = clock.instant();
        return switch (decider.decide(stored.state(), change, now)) {
            case Decision.Accepted(var events) -> write(stored, events, command, now);
            case Decision.Nothing _ -> new Ended(new Result.Unchanged(stored));
            case Decision.Refused(var why) -> new Ended(new Result.Refused(stored, why));
            case Decision.AskFirst(var firing) -> new Ended(new Result.AskFirst(stored, firing));
            case Decision.Doubtful(var keys) ->
                    throw new IllegalStateException(
                            "only intake settles doubts, yet " + keys + " came here");
        };
    }

    private Step write(
            StoredIncident stored,
            List<IncidentEvent> events,
            @Nullable CommandId command,
            Instant now) {
        StoredIncident next = next(stored, events, command, now);
        if (!store.replace(next)) {
            return new Again();
        }
        changed.accept(next);
        return new Ended(new Result.Changed(next, events));
    }

    /// Takes the version that a write still under way expects, so that it can never land.
    private Step fence(StoredIncident stored) {
        StoredIncident same = next(stored, List.of(), null, clock.instant());
        return store.replace(same) ? new Ended(new Result.Withdrawn()) : new Again();
    }

    /// The next version of an incident; [#commit] writes it.
    public StoredIncident next(
            StoredIncident stored,
            List<IncidentEvent> events,
            @Nullable CommandId command,
            Instant now) {
        StoredIncident after = stored.after(events, command, now, stored.due());
        return new StoredIncident(
                after.version(),
                after.state(),
                after.firstSeq(),
                after.events(),
                after.recent(),
                after.behind(),
                decider.due(after.state()));
    }

    /// Writes a version made by [#next].
    ///
    /// @return false when somebody else was first
    public boolean commit(StoredIncident next) {
        boolean won = store.replace(next);
        if (won) {
            changed.accept(next);
        }
        return won;
    }

    /// Opens an incident with its first events.
    ///
    /// @param events makes the events for a number; called again when the number is taken
    /// @return the new incident; empty when the group has one already
    public Optional<StoredIncident> open(
            @Nullable CommandId command,
            java.util.function.Function<IncidentId, List<IncidentEvent>> events) {
        while (true) {
            Instant now = clock.instant();
            List<IncidentEvent> first = events.apply(store.nextId());
            Instant due = decider.due(Evolution.replay(first));
            StoredIncident incident = StoredIncident.first(first, command, now, due);
            switch (store.insert(incident)) {
                case DONE -> {
                    changed.accept(incident);
                    return Optional.of(incident);
                }
                case GROUP_TAKEN -> {
                    return Optional.empty();
                }
                case NUMBER_TAKEN -> {}
            }
        }
    }

    /// Declares an incident, once for each command.
    ///
    /// @param withdrawn asked before each write
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
        int attempt = 0;
        while (true) {
            try {
                Optional<StoredIncident> known = store.current(group);
                if (known.isPresent() || withdrawn.getAsBoolean()) {
                    return known;
                }
                Optional<StoredIncident> opened =
                        open(
                                command,
                                id ->
                                        decider.declare(
                                                id,
                                                group,
                                                origin,
                                                severity,
                                                service,
                                                summary,
                                                clock.instant()));
                if (opened.isPresent()) {
                    return opened;
                }
            } catch (IntegrationException e) {
                if (!e.outcomeUnknown() || !patience.again(++attempt)) {
                    throw e;
                }
            }
        }
    }
}
