package io.frops.app.cards;

import io.frops.core.incident.IncidentId;
import io.frops.core.notify.Storm;
import io.frops.core.notify.StormMember;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The new incidents of one channel in the last minute before its newest.
final class Burst {
    private final Map<IncidentId, StormMember> recent = new LinkedHashMap<>();
    private Instant newest = Instant.EPOCH;

    /// @return whether there are more in the minute than people can read cards of
    boolean add(StormMember member) {
        if (member.openedAt().isAfter(newest)) {
            newest = member.openedAt();
            Instant before = newest.minus(Storm.WINDOW);
            // They come nearly in order: what is old is in front.
            Iterator<StormMember> oldest = recent.values().iterator();
            while (oldest.hasNext() && !oldest.next().openedAt().isAfter(before)) {
                oldest.remove();
            }
        }
        if (member.openedAt().isAfter(newest.minus(Storm.WINDOW))) {
            recent.put(member.id(), member);
        }
        return recent.size() > Storm.MOST;
    }

    void forget(Collection<IncidentId> ids) {
        recent.keySet().removeAll(ids);
    }

    List<StormMember> all() {
        return List.copyOf(recent.values());
    }
}
