package io.frops.commands.incident;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// An incident, by its id or by the thread, and which of its pages.
@Command
final class WhyArguments {
    @Parameters(index = "0", arity = "0..1", paramLabel = "ID")
    @Nullable String id;

    @Option(names = "--page", paramLabel = "N")
    int page = 1;
}
