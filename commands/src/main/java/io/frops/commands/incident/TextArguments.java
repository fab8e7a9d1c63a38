package io.frops.commands.incident;

import io.frops.core.incident.IncidentId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// An incident and a text; in an incident's thread the text alone.
@Command
final class TextArguments {
    @Parameters(index = "0", arity = "0..1", paramLabel = "ID")
    @Nullable String first;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "TEXT")
    List<String> rest = new ArrayList<>();

    @Option(
            names = {"--text", "--reason"},
            hidden = true)
    @Nullable String option;

    @Option(names = "--assume", hidden = true)
    String assume = "";

    /// The word that names the incident; absent when the first word is text already.
    @Nullable String id() {
        return first != null && IncidentId.parse(first).isPresent() ? first : null;
    }

    /// What was written, in one line; blank when nothing was.
    String text() {
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
