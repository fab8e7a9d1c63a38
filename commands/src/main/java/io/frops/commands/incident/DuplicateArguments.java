package io.frops.commands.incident;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Two incidents that are the same; in an incident's thread the other one alone.
@Command
final class DuplicateArguments {
    @Parameters(index = "0", arity = "0..1", paramLabel = "ID")
    @Nullable String first;

    @Parameters(index = "1", arity = "0..1", paramLabel = "OF")
    @Nullable String second;

    @Option(names = "--of", hidden = true)
    @Nullable String option;

    @Option(names = "--assume", hidden = true)
    String assume = "";

    /// What was given after the first word or as an option; absent when only one word was given.
    @Nullable String of() {
        return option == null ? second : option;
    }
}
