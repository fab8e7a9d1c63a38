package io.frops.core.intake;

import io.frops.core.alert.GroupId;
import io.frops.core.incident.IncidentId;
import io.frops.core.store.Bounded;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which incident a group had when it was last told of: where to look first. Whoever looks there
/// checks that it is still so.
final class Whereabouts {
    /// The groups of a bad night; one that is forgotten costs a look into the store.
    private static final int MOST = 1000;

    private final Map<GroupId, IncidentId> lately = Bounded.map(MOST);

    @Nullable IncidentId of(GroupId group) {
        return lately.get(group);
    }

    void remember(GroupId group, IncidentId id) {
        lately.put(group, id);
    }

    void forget(GroupId group) {
        lately.remove(group);
    }
}
