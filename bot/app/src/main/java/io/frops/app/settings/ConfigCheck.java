package io.frops.app.settings;

import io.frops.app.cli.Exit;
import io.frops.app.cli.Section;
import io.frops.app.cli.Subcommand;
import io.frops.app.cli.Terminal;
import io.frops.config.Mistake;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `frops config check FILE`: every mistake in a settings file, without starting anything.
public final class ConfigCheck implements Subcommand {
    @Override
    public String name() {
        return "config";
    }

    @Override
    public String summary() {
        return "check a settings file: every mistake, its line and what to write";
    }

    @Override
    public String usage() {
        return """
        Usage: ./frops config check FILE

        Reads a settings file and prints every mistake with its line and what to write instead.
        Nothing is started and nothing is called; `./frops doctor` tries the systems themselves.
        An environment variable that is not set is a warning: the file may be meant for another machine.

        Exit codes: 0 no mistake (warnings or not), 2 wrong usage, 78 mistakes.

        Example: ./frops config check config/frops.yaml
        """;
    }

    @Override
    public Section section() {
        return Section.RUN;
    }

    @Override
    public Exit run(List<String> arguments, Terminal terminal) {
        Optional<Path> file = file(arguments);
        if (file.isEmpty()) {
            terminal.err().print(usage());
            return Exit.USAGE;
        }
        List<Mistake> mistakes = SettingsFile.check(file.get(), terminal.environment());
        mistakes.forEach(mistake -> terminal.err().println(mistake.render()));
        long errors = mistakes.stream().filter(Mistake::isError).count();
        terminal.out().println(verdict(file.get(), errors, mistakes.size() - errors));
        return errors == 0 ? Exit.DONE : Exit.BAD_CONFIGURATION;
    }

    private static Optional<Path> file(List<String> arguments) {
        try {
            return arguments.size() == 2 && arguments.getFirst().equals("check")
                    ? Optional.of(Path.of(arguments.getLast()))
                    : Optional.empty();
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private static String verdict(Path file, long errors, long warnings) {
        String noted = warnings == 0 ? "" : ", " + count(warnings, "warning");
        return errors == 0
                ? file + ": valid" + noted
                : file + ": " + count(errors, "mistake") + noted;
    }

    private static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
