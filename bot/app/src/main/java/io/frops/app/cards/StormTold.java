package io.frops.app.cards;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is told of a storm outside its card.
///
/// @param ended absent while it goes on
/// @param active incidents that people still have to do with
/// @param waiting lagging incidents that its next drawing shows
public record StormTold(
        String channel,
        Instant began,
        @Nullable Instant ended,
        int total,
        int active,
        int waiting) {}
