package io.frops.app.replay;

import io.frops.config.Durations;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What `frops replay` was told.
///
/// @param config the changed settings
/// @param against the settings that the bot runs with
record ReplayOptions(Path config, Path against, Duration last, boolean json) {
    private static final String SHIPPED = "config/frops.yaml";
    private static final Duration LAST = Duration.ofDays(30);

    /// @return empty when the arguments are wrong
    static Optional<ReplayOptions> of(List<String> arguments, Map<String, String> environment) {
        Words words = new Words();
        try {
            for (int i = 0; i < arguments.size(); i++) {
                String[] parts = arguments.get(i).split("=", 2);
                boolean flag = parts[0].equals("--json") && parts.length == 1;
                if (!flag && parts.length == 1 && ++i == arguments.size()) {
                    return Optional.empty();
                }
                if (!words.take(
                        parts[0], flag ? "" : parts.length == 2 ? parts[1] : arguments.get(i))) {
                    return Optional.empty();
                }
            }
        } catch (IllegalArgumentException wrong) {
            return Optional.empty();
        }
        return words.options(Path.of(environment.getOrDefault("FROPS_CONFIG", SHIPPED)));
    }

    private static final class Words {
        private @Nullable Path config;
        private @Nullable Path against;
        private Duration last = LAST;
        private boolean json;

        /// @throws InvalidPathException or another [IllegalArgumentException] for a wrong value
        boolean take(String name, String value) {
            switch (name) {
                case "--config" -> config = Path.of(value);
                case "--against" -> against = Path.of(value);
                case "--last" -> last = Durations.parse(value);
                case "--json" -> json = value.isEmpty();
                case String _ -> {
                    return false;
                }
            }
            return true;
        }

        Optional<ReplayOptions> options(Path running) {
            Path changed = config;
            Path before = against;
            return changed == null || last.isZero()
                    ? Optional.empty()
                    : Optional.of(
                            new ReplayOptions(
                                    changed, before == null ? running : before, last, json));
        }
    }
}
