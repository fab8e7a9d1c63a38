package io.frops.commands.incident;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What is wrong and how bad it is.
@Command
final class DeclareArguments {
    @Parameters(index = "0", arity = "0..1", paramLabel = "SEVn")
    @Nullable String first;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "TEXT")
    List<String> rest = new ArrayList<>();

    @Option(names = "--service", paramLabel = "NAME")
    @Nullable String service;

    @Option(names = "--severity", hidden = true)
    @Nullable String severityOption;

    @Option(names = "--text", hidden = true)
    @Nullable String textOption;

    String severity() {
        if (severityOption != null) {
            return severityOption;
        }
        return first == null ? "" : first;
    }

    String text() {
        String text = textOption == null ? String.join(" ", rest) : textOption;
        return text.strip();
    }
}
