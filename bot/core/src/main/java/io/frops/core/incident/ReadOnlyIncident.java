package io.frops.core.incident;

import io.frops.core.failure.IntegrationException;
import org.jspecify.annotations.Nullable;

/// An incident that this version does not understand, because a newer one wrote it or it is
/// damaged: it is shown as far as it can be read, and never changed.
///
/// @param id absent when not even its number can be read
/// @param state its phase in one word, if that is a phase known here
/// @param why what is not understood, in words that continue a sentence
public record ReadOnlyIncident(
        @Nullable IncidentId id,
        @Nullable Severity severity,
        @Nullable String state,
        @Nullable String service,
        @Nullable String summary,
        String why) {
    /// Its number as people write it.
    public String name() {
        return id == null ? "An incident without a number" : id.toString();
    }

    /// What whoever wants to change it is told.
    public String sentence() {
        return name()
                + " was written by a newer frops; this replica shows it read-only. Update it.";
    }

    /// For whom nothing less than the change would do, such as a source that must send again.
    public IntegrationException refusal() {
        return new IntegrationException(
                "frops", IntegrationException.Kind.NOT_USABLE, sentence(), null);
    }
}
