package io.frops.core.intake;

import io.frops.core.alert.GroupId;
import io.frops.core.incident.IncidentId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Which incident a group had when it was last told of: where to look first. Whoever looks there
/// checks that it is still so.
final class Whereabouts {
    private static final int MOST = 1000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<GroupId, IncidentId> lately =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<GroupId, IncidentId> eldest) {
                    return size() > MOST;
                }
            };

    @Nullable IncidentId of(GroupId group) {
        lock.lock();
        try {
            return lately.get(group);
        } finally {
            lock.unlock();
        }
    }

    void remember(GroupId group, IncidentId id) {
        lock.lock();
        try {
            lately.put(group, id);
        } finally {
            lock.unlock();
        }
    }

    void forget(GroupId group) {
        lock.lock();
        try {
            lately.remove(group);
        } finally {
            lock.unlock();
        }
    }
}
