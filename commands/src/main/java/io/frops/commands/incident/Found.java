package io.frops.commands.incident;

import io.frops.core.chat.Outcome;
import io.frops.core.incident.StoredIncident;

/// Whether a command's incident was found.
sealed interface Found {
    record It(StoredIncident incident) implements Found {}

    /// @param outcome what to answer instead
    record Not(Outcome outcome) implements Found {}
}
