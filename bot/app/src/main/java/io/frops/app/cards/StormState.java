package io.frops.app.cards;

import io.frops.core.incident.IncidentId;
import io.frops.core.notify.Storm;
import io.frops.core.notify.StormMember;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One channel's storm as the process that paces knows it. All of it follows from the stored row
/// and the incidents. For one thread.
final class StormState {
    private final Map<IncidentId, StormMember> members = new HashMap<>();
    private final Burst burst = new Burst();

    /// Lagging incidents without a card of their own, and their newest version.
    private final Map<IncidentId, Long> unshown = new HashMap<>();

    /// What the card shows already, still to be marked as shown in the store.
    private final Map<IncidentId, Long> shown = new HashMap<>();

    private StormRow row;
    private Instant busy;
    private boolean changed = true;
    private int filed;
    private Instant noFileBefore = Instant.EPOCH;

    /// When its card was drawn last, by this process.
    Instant drawn = Instant.EPOCH;

    /// Not before this, after a failure.
    Instant notBefore = Instant.EPOCH;

    StormState(StormRow row) {
        this.row = row;
        this.busy = row.busy();
    }

    StormRow row() {
        return row;
    }

    void row(StormRow next) {
        row = next;
    }

    /// Whether an incident that was opened then is one of its own.
    boolean covers(Instant openedAt) {
        Instant ended = row.ended();
        return !openedAt.isBefore(row.began()) && (ended == null || !openedAt.isAfter(ended));
    }

    /// Takes an incident in, or what changed of it.
    ///
    /// @param behind whether the store says that it lags
    /// @return whether the storm's card is what shows it
    boolean see(StormMember next, boolean behind) {
        StormMember old = members.get(next.id());
        boolean own = next.own() || (old != null && old.own());
        if (old == null || old.version() < next.version() || old.own() != own) {
            members.put(next.id(), own ? next.withOwn() : next);
            changed = true;
        }
        if (old == null && burst.add(next) && next.openedAt().isAfter(busy)) {
            busy = next.openedAt();
        }
        if (behind && !own) {
            (changed ? unshown : shown).merge(next.id(), next.version(), Math::max);
        }
        return !own;
    }

    /// It gets a card of its own.
    void own(IncidentId id) {
        StormMember member = members.get(id);
        if (member != null && !member.own()) {
            members.put(id, member.withOwn());
            unshown.remove(id);
            shown.remove(id);
            changed = true;
        }
    }

    boolean changed() {
        return changed;
    }

    void change() {
        changed = true;
    }

    /// When the last incident came that was one too many.
    Instant busy() {
        return busy;
    }

    int total() {
        return Math.max(row.total(), members.size());
    }

    Storm storm() {
        return new Storm(
                row.channel(),
                row.began(),
                busy,
                row.ended(),
                listing(),
                total() - members.size(),
                List.copyOf(members.values()));
    }

    private Storm.Listing listing() {
        if (row.filed() != null) {
            return Storm.Listing.THERE;
        }
        return noFileBefore.equals(Instant.EPOCH) ? Storm.Listing.TO_COME : Storm.Listing.REFUSED;
    }

    /// The list of all could not be put into the thread.
    void refused(Instant again) {
        changed |= row.filed() == null && noFileBefore.equals(Instant.EPOCH);
        noFileBefore = again;
    }

    boolean mayFile(Instant now) {
        return !noFileBefore.isAfter(now);
    }

    /// The list of all is in the thread.
    ///
    /// @param first whether the card has not said so yet
    void filed(int total, boolean first) {
        filed = total;
        changed |= first;
    }

    /// How many incidents the list in the thread has, as far as this process knows.
    int listed() {
        return filed;
    }

    /// The card shows everything that is known.
    void drawn(Instant at) {
        drawn = at;
        changed = false;
        shown.putAll(unshown);
        unshown.clear();
    }

    /// Some of what the card shows.
    Map<IncidentId, Long> shown(int most) {
        Map<IncidentId, Long> some = new HashMap<>();
        shown.entrySet().stream().limit(most).forEach(e -> some.put(e.getKey(), e.getValue()));
        return some;
    }

    void marked(Map<IncidentId, Long> some) {
        shown.keySet().removeAll(some.keySet());
    }

    /// Over, told, and nobody has anything to do with it any more.
    boolean settled() {
        return row.handed()
                && !changed
                && unshown.isEmpty()
                && shown.isEmpty()
                && members.values().stream().noneMatch(StormMember::active);
    }

    StormTold told() {
        int active = (int) members.values().stream().filter(StormMember::active).count();
        return new StormTold(
                row.channel(), row.began(), row.ended(), total(), active, unshown.size());
    }

    Iterable<StormMember> members() {
        return members.values();
    }
}
