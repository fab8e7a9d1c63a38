package io.frops.core.incident;

import io.frops.core.alert.AlertKey;
import java.util.List;
import java.util.Set;

/// What comes of a [Change].
public sealed interface Decision {
    /// These events, at least one.
    record Accepted(List<IncidentEvent> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
            if (events.isEmpty()) {
                throw new IllegalArgumentException("nothing happened: that is Nothing");
            }
        }
    }

    /// It is so already; nobody needs to be told otherwise.
    record Nothing() implements Decision {}

    record Refused(Refusal why) implements Decision {}

    /// A person must say yes first, because this much fires, or because the incident is worse than
    /// the person saw.
    record AskFirst(int firing) implements Decision {}

    /// These alerts fire although they had resolved: ask the source, then decide again.
    record Doubtful(Set<AlertKey> keys) implements Decision {
        public Doubtful {
            keys = Set.copyOf(keys);
        }
    }
}
