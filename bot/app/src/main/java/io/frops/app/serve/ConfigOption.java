package io.frops.app.serve;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `--config FILE`, else `FROPS_CONFIG`, else the file that the project ships.
public final class ConfigOption {
    private static final String SHIPPED = "config/frops.yaml";

    private ConfigOption() {}

    /// @return empty when the arguments are anything else
    public static Optional<Path> of(List<String> arguments, Map<String, String> environment) {
        if (arguments.isEmpty()) {
            return Optional.of(Path.of(environment.getOrDefault("FROPS_CONFIG", SHIPPED)));
        }
        if (arguments.size() == 2 && arguments.getFirst().equals("--config")) {
            return Optional.of(Path.of(arguments.getLast()));
        }
        return arguments.size() == 1 && arguments.getFirst().startsWith("--config=")
                ? Optional.of(Path.of(arguments.getFirst().substring("--config=".length())))
                : Optional.empty();
    }
}
