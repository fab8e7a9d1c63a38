package io.frops.core.incident;

import io.frops.core.alert.AlertKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An alert that its source told as resolved.
///
/// @param unknown the alert itself where the resolve came before any firing; absent for a known key
public record ClearedAlert(AlertKey key, Instant endedAt, @Nullable GradedAlert unknown) {}
