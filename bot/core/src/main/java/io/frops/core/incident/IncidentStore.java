package io.frops.core.incident;

import io.frops.core.alert.GroupId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where incidents are kept, one document each, changed by compare-and-set. What is written is
/// durable when a method returns. Methods may throw [io.frops.core.failure.IntegrationException];
/// after kind `TIMEOUT` the outcome of a write is unknown.
public interface IncidentStore {
    /// How an insert ended.
    enum Insert {
        DONE,
        /// The group has an incident already: join it.
        GROUP_TAKEN,
        /// Take another number.
        NUMBER_TAKEN
    }

    /// The current incident of a group; closed ones are in the history and not found here.
    Lookup look(GroupId group);

    /// By its number: the current ones first, then the history.
    Lookup look(IncidentId id);

    /// The current incident of a group, if this version understands it. Whoever would open one when
    /// there is none must [look][#look(GroupId)].
    default Optional<StoredIncident> current(GroupId group) {
        return look(group).understood();
    }

    /// By its number, if this version understands it.
    default Optional<StoredIncident> find(IncidentId id) {
        return look(id).understood();
    }

    /// All that are not in the history and are understood, by number.
    List<StoredIncident> current();

    /// All that are not in the history, as one line each. Reads no whole incidents.
    Listed listed();

    /// The lines of those that are understood, by number.
    default List<Lagging> lines() {
        return listed().lines();
    }

    /// All that are not in the history, by number, as the comparison with their sources needs them.
    /// Reads no events.
    default List<Watched> watched() {
        return current().stream().map(s -> Watched.of(s.state())).toList();
    }

    /// The current ones that are due until then, that moment included; the longest due come first.
    /// Without those that a newer version wrote. Reads no whole incidents.
    List<Due> due(Instant until);

    /// Those among current and history whose cards lag, by number, without those that a newer
    /// version wrote. Reads no whole incidents.
    List<Lagging> behind();

    /// The same with all its events, those included that a long incident keeps apart from itself;
    /// nothing is read for one that holds all of them.
    ///
    /// @throws io.frops.core.failure.IntegrationException of kind `NOT_USABLE` when a newer version
    ///   wrote some of them
    StoredIncident whole(StoredIncident stored);

    /// The most recently closed, newest first.
    List<StoredIncident> closed(int most);

    /// A number that was never given before. Some may be skipped.
    IncidentId nextId();

    Insert insert(StoredIncident first);

    /// Writes `next` if the stored version is the one before it.
    ///
    /// @return false when somebody else was first, or the incident moved: read again and decide
    ///   again
    boolean replace(StoredIncident next);

    /// The same, for who has just read what is there: it need not be asked for again.
    ///
    /// @param stored the version before `next`
    default boolean replace(StoredIncident stored, StoredIncident next) {
        return replace(next);
    }

    /// Marks the cards as up to date if the version is still this; leaves the version as it is.
    boolean shown(IncidentId id, long version);

    /// Sets when a current incident is due, if its version is still this; leaves the version as it
    /// is.
    boolean reschedule(IncidentId id, long version, @Nullable Instant due);

    /// The same for many, each by itself; those that changed meanwhile stay as they are. Give it a
    /// few hundred at a time.
    default void shown(Map<IncidentId, Long> versions) {
        versions.forEach(this::shown);
    }

    /// Moves a closed incident to the history if its version is still this. Safe to repeat after a
    /// crash in between.
    ///
    /// @return false when it has changed meanwhile
    boolean archive(StoredIncident closed);
}
