package io.frops.core.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How the bot itself is, as one process sees it.
///
/// @param waiting cards and threads that lag, by urgency in words
/// @param oldest how long the longest-lagging one lags
/// @param storms those whose cards are kept, if this process keeps them
/// @param pauses until when Slack asked for silence, by method
/// @param store how the store answers
/// @param keeps whether this process looks after cards
/// @param keeper who does, as far as it is known
public record SelfReport(
        Map<String, Integer> waiting,
        Optional<Duration> oldest,
        List<StormLine> storms,
        Map<String, Instant> pauses,
        Store store,
        boolean keeps,
        Optional<String> keeper) {
    public SelfReport {
        waiting = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(waiting));
        storms = List.copyOf(storms);
        pauses = java.util.Collections.unmodifiableMap(new TreeMap<>(pauses));
    }

    /// @param active incidents that people still have to do with
    public record StormLine(String channel, boolean over, int total, int active) {}

    /// The store's answer to a ping.
    public sealed interface Store {
        record Answers(Duration took) implements Store {}

        /// @param why one safe sentence
        record Silent(String why) implements Store {}
    }

    public int allWaiting() {
        return waiting.values().stream().mapToInt(Integer::intValue).sum();
    }
}
