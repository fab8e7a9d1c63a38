package io.frops.core.incident;

import io.frops.core.access.PersonId;
import io.frops.core.alert.SourceName;
import java.util.Map;

/// Where an incident comes from.
public sealed interface Origin {
    /// A group of alerts.
    record Alerting(SourceName source, String receiver, Map<String, String> groupLabels)
            implements Origin {
        public Alerting {
            groupLabels = Map.copyOf(groupLabels);
        }
    }

    /// A person saw it first.
    record Declared(PersonId by) implements Origin {}

    /// The source's heartbeat stopped.
    record Heartbeat(SourceName source) implements Origin {}
}
