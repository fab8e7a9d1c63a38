package io.frops.core.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Small documents, each changed by compare-and-set on its version. Methods may throw
/// [io.frops.core.failure.IntegrationException].
public interface KeyStore {
    /// The version to expect of a key that is not there.
    long ABSENT = 0;

    /// One document.
    ///
    /// @param version 1 at first, one more with each change
    /// @param expires from when on it may be gone; absent when it stays
    record Entry(String id, long version, Map<String, String> fields, @Nullable Instant expires) {
        public Entry {
            fields = Map.copyOf(fields);
        }
    }

    Optional<Entry> get(String id);

    /// Writes if the document still has the expected version ([#ABSENT] when it must not exist).
    ///
    /// @return whether it was written
    boolean put(String id, long expected, Map<String, String> fields, @Nullable Instant expires);

    /// Removes if the document still has the expected version.
    ///
    /// @return whether it was removed
    boolean remove(String id, long expected);

    /// Documents whose id begins so, in order of id.
    List<Entry> startingWith(String prefix);
}
