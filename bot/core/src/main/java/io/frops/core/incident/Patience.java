package io.frops.core.incident;

/// Waiting between attempts, so that core never sleeps by itself.
@FunctionalInterface
public interface Patience {
    /// Waits before another attempt.
    ///
    /// @param attempt 1 for the first repetition
    /// @return whether to try again
    boolean again(int attempt);
}
