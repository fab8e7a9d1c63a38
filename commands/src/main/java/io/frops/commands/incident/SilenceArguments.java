package io.frops.commands.incident;

import io.frops.core.incident.IncidentId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// An incident, for how long, and why.
@Command
final class SilenceArguments {
    @Parameters(index = "0", arity = "0..1", paramLabel = "ID")
    @Nullable String first;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "REASON")
    List<String> rest = new ArrayList<>();

    @Option(names = "--for", paramLabel = "1h")
    String length = "";

    @Option(names = "--reason", hidden = true)
    @Nullable String option;

    @Option(names = "--assume", hidden = true)
    String assume = "";

    @Nullable String id() {
        return first != null && IncidentId.parse(first).isPresent() ? first : null;
    }

    String reason() {
        if (option != null) {
            return option.strip();
        }
        List<String> words = new ArrayList<>(rest);
        if (first != null && id() == null) {
            words.addFirst(first);
        }
        return String.join(" ", words).strip();
    }
}
