package io.frops.app.settings;

import io.frops.core.settings.Default;

/// What the bot logs of itself, as JSON lines on standard output.
///
/// @param service the field `service` of each line
public record LoggingSettings(@Default("info") Level level, @Default("frops") String service) {
    /// The least level that is written.
    public enum Level {
        ERROR,
        WARN,
        INFO,
        DEBUG
    }
}
