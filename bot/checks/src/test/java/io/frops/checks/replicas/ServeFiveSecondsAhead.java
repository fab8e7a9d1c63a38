package io.frops.checks.replicas;

import io.frops.app.cli.Terminal;
import io.frops.app.serve.ServeCommand;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// `frops serve --config FILE` on a machine whose clock is wrong.
final class ServeFiveSecondsAhead {
    private ServeFiveSecondsAhead() {}

    public static void main(String[] words) {
        Terminal here = Terminal.ofProcess();
        Terminal ahead =
                new Terminal(
                        here.in(),
                        here.out(),
                        here.err(),
                        here.environment(),
                        Clock.offset(here.clock(), Duration.ofSeconds(5)),
                        here.random());
        System.exit(new ServeCommand().run(List.of("--config", words[0]), ahead).code());
    }
}
