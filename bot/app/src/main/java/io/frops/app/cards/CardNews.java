package io.frops.app.cards;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What whoever keeps the cards tells other threads, as of its last round.
public final class CardNews {
    private volatile List<StormTold> storms = List.of();
    private volatile Map<String, Instant> pauses = Map.of();

    void tell(List<StormTold> nowStorms, Map<String, Instant> nowPauses) {
        storms = List.copyOf(nowStorms);
        pauses = Map.copyOf(nowPauses);
    }

    public List<StormTold> storms() {
        return storms;
    }

    /// Until when Slack asked for silence, by method.
    public Map<String, Instant> pauses() {
        return pauses;
    }
}
