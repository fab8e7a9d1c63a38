package io.frops.commands.help;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// What is looked for; nothing for everything.
@Command
final class HelpArguments {
    @Parameters(arity = "0..*", paramLabel = "WORDS")
    List<String> words = new ArrayList<>();
}
