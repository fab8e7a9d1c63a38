package io.frops.core.alert;

import java.time.Instant;
import java.util.List;

/// A silence to be made: who wants it, why, and until when.
public record SilenceRequest(
        List<LabelMatcher> matchers, Instant from, Instant until, String owner, String comment) {
    public SilenceRequest {
        matchers = List.copyOf(matchers);
        if (matchers.isEmpty()) {
            throw new IllegalArgumentException(
                    "a silence needs a matcher, else it would mute everything");
        }
    }
}
