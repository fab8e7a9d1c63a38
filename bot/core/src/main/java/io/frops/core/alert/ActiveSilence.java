package io.frops.core.alert;

import java.time.Instant;
import java.util.List;

/// A silence that a source holds now or is about to begin.
///
/// @param owner who made it, as the source was told
/// @param until when it ends by itself
public record ActiveSilence(
        String id, List<LabelMatcher> matchers, String owner, String comment, Instant until) {
    public ActiveSilence {
        matchers = List.copyOf(matchers);
    }
}
