package io.frops.app;

import io.frops.app.cli.Cli;
import io.frops.app.cli.Terminal;
import java.util.List;

/// Where the process starts: `frops WORDS...`.
public final class Main {

    private Main() {}

    public static void main(String[] words) {
        System.exit(Cli.discovered().run(List.of(words), Terminal.ofProcess()).code());
    }
}
