package io.frops.app.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.random.RandomGenerator;

/// What a subcommand may touch of the process it runs in; tests pass their own.
///
/// @param out results, which scripts read
/// @param err progress, warnings and mistakes
/// @param environment the process's environment variables
/// @param clock the wall clock, in UTC
/// @param random fit for tokens and keys
public record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Clock clock,
        RandomGenerator random) {

    public Terminal {
        environment = Map.copyOf(environment);
    }

    public static Terminal ofProcess() {
        return new Terminal(
                System.in,
                System.out,
                System.err,
                System.getenv(),
                Clock.systemUTC(),
                new SecureRandom());
    }
}
