package io.frops.core.chat;

import java.util.List;

/// What stands behind every door: a command line from anywhere, through the one gate, to its
/// outcome. Never throws.
public interface Doors {
    Outcome handle(Invocation invocation);

    /// What a command line would do to the world, without running it. A door that must answer
    /// before the outcome is known asks this: "working on it" for one that looks, "not confirmed"
    /// for one that changes.
    ///
    /// @return [Effect#READ] for words that no command knows
    Effect effect(List<String> words);
}
