package io.frops.commands.incident;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// An incident and a severity; in an incident's thread the severity alone.
@Command
final class SeverityArguments {
    @Parameters(index = "0", arity = "0..1", paramLabel = "ID")
    @Nullable String first;

    @Parameters(index = "1", arity = "0..1", paramLabel = "SEVn")
    @Nullable String second;

    @Option(names = "--assume", hidden = true)
    String assume = "";

    @Nullable String id() {
        return second == null ? null : first;
    }

    @Nullable String severity() {
        return second == null ? first : second;
    }
}
