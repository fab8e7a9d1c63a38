package io.frops.commands.incident;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// An incident, by its id or by the thread.
@Command
final class TargetArguments {
    @Parameters(index = "0", arity = "0..1", paramLabel = "ID")
    @Nullable String id;

    @Option(names = "--assume", hidden = true)
    String assume = "";
}
