package io.frops.core.incident;

import java.util.Optional;

/// What there is under a group's or a number's name.
public sealed interface Lookup {
    record Understood(StoredIncident incident) implements Lookup {}

    /// There is one, yet a newer version wrote it: its name is taken, and it stays as it is.
    record ReadOnly(ReadOnlyIncident incident) implements Lookup {}

    record Absent() implements Lookup {}

    /// The incident, if it can be worked with.
    default Optional<StoredIncident> understood() {
        return switch (this) {
            case Understood(var incident) -> Optional.of(incident);
            case ReadOnly _, Absent _ -> Optional.empty();
        };
    }
}
