package io.frops.commands.health;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// A service; all of them when none is named.
@Command
final class HealthArguments {
    @Parameters(index = "0", arity = "0..1", paramLabel = "SERVICE")
    @Nullable String service;
}
