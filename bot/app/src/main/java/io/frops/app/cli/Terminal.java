package io.frops.app.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/// What a subcommand may touch of the process it runs in; tests pass their own.
///
/// @param out results, which scripts read
/// @param err progress, warnings and mistakes
/// @param environment the process's environment variables
public record Terminal(
        InputStream in, PrintStream out, PrintStream err, Map<String, String> environment) {

    public Terminal {
        environment = Map.copyOf(environment);
    }

    public static Terminal ofProcess() {
        return new Terminal(System.in, System.out, System.err, System.getenv());
    }
}
