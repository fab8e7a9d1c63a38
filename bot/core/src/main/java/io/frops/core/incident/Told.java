package io.frops.core.incident;

import io.frops.core.alert.AlertKey;
import java.util.Set;

/// What came of one attempt at a change.
sealed interface Told {
    record Ended(Result result) implements Told {}

    /// Somebody else was first: decide anew on what they wrote.
    record Again() implements Told {}

    /// These alerts fire although they had resolved: ask the source, then try again.
    record Doubtful(Set<AlertKey> keys) implements Told {
        public Doubtful {
            keys = Set.copyOf(keys);
        }
    }

    /// @param why an [io.frops.core.failure.IntegrationException] of the store, or a bug
    record Failed(RuntimeException why) implements Told {}
}
