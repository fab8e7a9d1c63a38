package io.frops.core.incident;

import io.frops.core.access.CommandId;
import io.frops.core.alert.GroupId;
import io.frops.core.failure.IntegrationException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One attempt at all changes that wait for one incident: a decision for each of them on what those
/// before it decided, and one write. What this process has just written is not read again.
final class Round {
    private final IncidentStore store;
    private final IncidentDecider decider;
    private final InstantSource clock;
    private final Consumer<StoredIncident> changed;
    private final Lately lately = new Lately();

    Round(
            IncidentStore store,
            IncidentDecider decider,
            InstantSource clock,
            Consumer<StoredIncident> changed) {
        this.store = store;
        this.decider = decider;
        this.clock = clock;
        this.changed = changed;
    }

    /// @return what came of each, in their order
    /// @throws IntegrationException when the incident cannot be read
    List<Told> attempt(IncidentId id, List<Asked> together) {
        StoredIncident known = lately.take(id);
        StoredIncident current = known == null ? current(id, together).orElse(null) : known;
        Lookup seen = current == null ? store.look(id) : new Lookup.Understood(current);
        return switch (seen) {
            case Lookup.Understood(var stored) ->
                    decided(stored, together, current == null, known != null);
            case Lookup.ReadOnly(var incident) ->
                    together.stream().map(asked -> untouched(id, asked, incident)).toList();
            case Lookup.Absent _ ->
                    together.stream()
                            .<Told>map(_ -> new Told.Ended(new Result.Unknown(id)))
                            .toList();
        };
    }

    /// What a source told is for the group's current incident: whether that is this one is for
    /// whoever looks the group up.
    private static Told untouched(IncidentId id, Asked asked, ReadOnlyIncident incident) {
        return new Told.Ended(
                asked.group() == null ? new Result.ReadOnly(incident) : new Result.Unknown(id));
    }

    /// @param left it is not its group's current incident any more, so that it takes no report
    /// @param unconfirmed it was not read just now
    private List<Told> decided(
            StoredIncident stored, List<Asked> together, boolean left, boolean unconfirmed) {
        Instant now = clock.instant();
        Draft draft = new Draft(stored);
        List<Told> told = new ArrayList<>();
        List<Boolean> rests = new ArrayList<>();
        for (Asked asked : together) {
            boolean misplaced = asked.group() != null && left;
            told.add(
                    misplaced
                            ? new Told.Ended(new Result.Unknown(stored.id()))
                            : Written.decided(
                                    stored.id(), asked.span(), () -> safely(draft, asked, now)));
            rests.add(draft.differs());
        }
        Fates fates = new Fates(told, rests, unconfirmed);
        if (draft.differs()) {
            return written(stored.id(), together, draft, fates);
        }
        // What was known may be out of date, and no write has confirmed it: read, and decide anew.
        return unconfirmed ? fates.when(new Told.Again()) : told;
    }

    /// What a source tells is for the group's current incident: one that has moved to the history
    /// meanwhile takes no more of it.
    private Optional<StoredIncident> current(IncidentId id, List<Asked> together) {
        Optional<GroupId> group =
                together.stream().map(Asked::group).filter(Objects::nonNull).findFirst();
        return group.flatMap(store::current)
                .filter(s -> s.id().equals(id) && !left(s, clock.instant()));
    }

    /// Whether a closed incident's reopen window has passed, so that a firing is a new incident.
    private boolean left(StoredIncident stored, Instant now) {
        Instant leaves = decider.leavesAt(stored.state());
        return leaves != null && !leaves.isAfter(now);
    }

    /// A bug met by one change is that one's alone.
    private Told safely(Draft draft, Asked asked, Instant now) {
        try {
            return tell(draft, asked, now);
        } catch (RuntimeException e) {
            return new Told.Failed(e);
        }
    }

    private Told tell(Draft draft, Asked asked, Instant now) {
        StoredIncident before = draft.now();
        if (asked.command() != null && before.remembers(asked.command())) {
            return new Told.Ended(new Result.Changed(before, List.of()));
        }
        if (asked.withdrawn().getAsBoolean()) {
            if (asked.unknown()) {
                draft.fence(now);
            }
            return new Told.Ended(new Result.Withdrawn());
        }
        return switch (decider.decide(before.state(), asked.change(), now)) {
            case Decision.Accepted(var events) ->
                    new Told.Ended(
                            new Result.Changed(draft.add(events, asked.command(), now), events));
            case Decision.Nothing _ -> new Told.Ended(new Result.Unchanged(before));
            case Decision.Refused(var why) -> new Told.Ended(new Result.Refused(before, why));
            case Decision.AskFirst(var firing) ->
                    new Told.Ended(new Result.AskFirst(before, firing));
            case Decision.Doubtful(var keys) -> new Told.Doubtful(keys);
        };
    }

    private List<Told> written(IncidentId id, List<Asked> together, Draft draft, Fates fates) {
        try {
            boolean done =
                    Written.write(
                            Written.begin(together, fates.told()),
                            draft.now(),
                            draft.stored().lastSeq(),
                            next -> replaced(draft.stored(), next));
            return done ? fates.told() : fates.when(new Told.Again());
        } catch (IntegrationException e) {
            if (e.kind() == IntegrationException.Kind.INVALID && together.size() > 1) {
                // One of them is more than the incident's document takes: the others are not.
                return together.stream().map(one -> alone(id, one)).toList();
            }
            return fates.when(new Told.Failed(e));
        }
    }

    private boolean replaced(StoredIncident stored, StoredIncident next) {
        if (!store.replace(stored, next)) {
            return false;
        }
        lately.put(next);
        changed.accept(next);
        return true;
    }

    private Told alone(IncidentId id, Asked one) {
        try {
            return attempt(id, List.of(one)).getFirst();
        } catch (IntegrationException e) {
            return new Told.Failed(e);
        }
    }

    /// What each is told, if the write succeeds.
    ///
    /// @param rests whether it was decided on what is not written yet
    /// @param unconfirmed whether the rest was decided on what only the write can confirm
    private record Fates(List<Told> told, List<Boolean> rests, boolean unconfirmed) {
        /// It does not succeed: whoever rests on it shares its fate.
        List<Told> when(Told fate) {
            List<Told> after = new ArrayList<>();
            for (int i = 0; i < told.size(); i++) {
                Told otherwise = unconfirmed ? new Told.Again() : told.get(i);
                after.add(rests.get(i) ? fate : otherwise);
            }
            return after;
        }
    }

    /// The version that is being made. However many changes are in it, it is one more than what is
    /// stored.
    private final class Draft {
        private final StoredIncident stored;
        private StoredIncident now;

        Draft(StoredIncident stored) {
            this.stored = stored;
            this.now = stored;
        }

        StoredIncident stored() {
            return stored;
        }

        StoredIncident now() {
            return now;
        }

        // The very one that was read: a draft is never made equal again.
        @SuppressWarnings("ReferenceEquality")
        boolean differs() {
            return now != stored;
        }

        StoredIncident add(List<IncidentEvent> events, @Nullable CommandId command, Instant at) {
            StoredIncident after = now().after(events, command, at, null);
            now = after.asVersion(stored().version() + 1, decider.due(after.state()));
            return now();
        }

        /// Takes the version that a write still under way expects, so that it can never land.
        void fence(Instant at) {
            if (!differs()) {
                add(List.of(), null, at);
            }
        }
    }
}
