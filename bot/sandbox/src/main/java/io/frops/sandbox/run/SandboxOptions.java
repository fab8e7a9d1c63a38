package io.frops.sandbox.run;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What `frops sandbox` was told.
///
/// @param port of the page; 0 takes the last one if it is free, else any
record SandboxOptions(int port, Path data) {
    private static final Path USUAL = Path.of(".frops", "sandbox");
    private static final int HIGHEST = 65_535;

    /// @return empty when the arguments are wrong
    static Optional<SandboxOptions> of(List<String> arguments) {
        SandboxOptions options = new SandboxOptions(0, USUAL);
        try {
            for (int i = 0; i < arguments.size(); i += 2) {
                String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
                options =
                        switch (arguments.get(i)) {
                            case "--port" -> new SandboxOptions(port(value), options.data());
                            case "--data" -> new SandboxOptions(options.port(), folder(value));
                            default -> throw new IllegalArgumentException(arguments.get(i));
                        };
            }
            return Optional.of(options);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int port(String text) {
        int port = Integer.parseInt(text);
        if (port < 0 || port > HIGHEST) {
            throw new IllegalArgumentException(text);
        }
        return port;
    }

    private static Path folder(String text) throws InvalidPathException {
        if (text.isBlank()) {
            throw new IllegalArgumentException("no folder");
        }
        return Path.of(text);
    }
}
