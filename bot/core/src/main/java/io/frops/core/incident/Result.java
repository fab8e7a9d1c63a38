package io.frops.core.incident;

import java.util.List;

/// How a change to a named incident ended.
public sealed interface Result {
    /// It is written. A replay of a command meets its own effect and gives this with no events.
    record Changed(StoredIncident after, List<IncidentEvent> events) implements Result {
        public Changed {
            events = List.copyOf(events);
        }
    }

    /// It was so already.
    record Unchanged(StoredIncident as) implements Result {}

    record Refused(StoredIncident as, Refusal why) implements Result {}

    /// A person must say yes first.
    record AskFirst(StoredIncident as, int firing) implements Result {}

    /// A newer version wrote it: nothing was changed.
    record ReadOnly(ReadOnlyIncident as) implements Result {}

    record Unknown(IncidentId id) implements Result {}

    /// The person had been told "not confirmed" before it was written: nothing was changed, and
    /// nothing will be.
    record Withdrawn() implements Result {}
}
