package io.frops.core.incident;

/// Something the card warns of.
///
/// @param detail what people need to know of it, safe to show; may be empty
public record Badge(Kind kind, String detail) {
    /// What is odd.
    public enum Kind {
        /// No severity label fitted.
        SEVERITY_UNMAPPED,
        /// The route groups nothing, so alerts were split by service.
        UNGROUPED,
        /// The source left alerts out of its message.
        TRUNCATED,
        /// No route fitted: the default channel was taken.
        UNROUTED,
        /// An alert fired again after its resolve and the source could not be asked.
        DOUBTFUL,
        /// A poll would have closed more than half: nothing was closed.
        SOURCE_UNSURE,
        /// The source's heartbeat is missing: nothing resolves by itself.
        HEARTBEAT_MISSING,
        /// So many alerts fire that an incident cannot hold them all: so many more are counted
        /// only.
        SURPLUS
    }
}
