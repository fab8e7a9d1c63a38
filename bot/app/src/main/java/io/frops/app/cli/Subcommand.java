package io.frops.app.cli;

import java.util.List;

/// One word after `frops`. Implementations are public, have a constructor without arguments that
/// does nothing, and are named in `META-INF/services/io.frops.app.cli.Subcommand` of their jar.
public interface Subcommand {

    /// The word itself, such as `serve`.
    String name();

    /// One line for the overview, without a full stop.
    String summary();

    /// The full help text: its `Usage:` line first, then options and an example.
    String usage();

    Section section();

    /// Runs to the end; what it returns becomes the exit code of the process.
    ///
    /// @param arguments the words after the name; `--help` never reaches it
    Exit run(List<String> arguments, Terminal terminal);

    /// The arguments that make it start, do what a first minute does, and end by itself. The build
    /// runs them once to record an AOT cache. Empty when it has no part in that.
    default List<String> rehearsal() {
        return List.of();
    }
}
