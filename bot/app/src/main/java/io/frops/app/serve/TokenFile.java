package io.frops.app.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The terminal user's personal token: `FROPS_TOKEN`, else the file `~/.config/frops/token`.
final class TokenFile {
    private TokenFile() {}

    static Path path(Map<String, String> environment) {
        return Path.of(environment.getOrDefault("HOME", "."), ".config", "frops", "token");
    }

    static Optional<String> find(Map<String, String> environment) {
        String set = environment.get("FROPS_TOKEN");
        if (set != null && !set.isBlank()) {
            return Optional.of(set.strip());
        }
        try {
            return Optional.of(Files.readString(path(environment)).strip())
                    .filter(t -> !t.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
