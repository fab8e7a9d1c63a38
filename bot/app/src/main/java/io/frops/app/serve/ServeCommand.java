package io.frops.app.serve;

import io.frops.app.cli.Exit;
import io.frops.app.cli.Section;
import io.frops.app.cli.Subcommand;
import io.frops.app.cli.Terminal;
import io.frops.app.observe.Logging;
import io.frops.app.settings.Settings;
import io.frops.app.settings.SettingsFile;
import io.frops.app.wiring.Bot;
import io.frops.app.wiring.Host;
import io.frops.config.Outcome;
import io.frops.core.failure.IntegrationException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// `frops serve`: runs the bot until it is told to stop.
public final class ServeCommand implements Subcommand {
    @Override
    public String name() {
        return "serve";
    }

    @Override
    public String summary() {
        return "Run the bot";
    }

    @Override
    public String usage() {
        return """
        Usage: frops serve [--config FILE]

        Runs the bot until it gets SIGTERM or Ctrl-C; then it finishes what it acknowledged and ends.

          --config FILE   the settings (default: $FROPS_CONFIG, else config/frops.yaml)

        Exits with 78 when the settings have mistakes, and prints all of them; with 1 when this
        machine's clock is more than 2 s off MongoDB's, and says by how much.
        """;
    }

    @Override
    public Section section() {
        return Section.RUN;
    }

    @Override
    public Exit run(List<String> arguments, Terminal terminal) {
        Optional<Path> file = ConfigOption.of(arguments, terminal.environment());
        if (file.isEmpty()) {
            terminal.err().println(usage().strip());
            return Exit.USAGE;
        }
        return switch (SettingsFile.load(file.get(), terminal.environment())) {
            case Outcome.Broken<Settings>(var mistakes) -> {
                mistakes.forEach(m -> terminal.err().println(m.render()));
                yield Exit.BAD_CONFIGURATION;
            }
            case Outcome.Loaded<Settings>(var settings, var warnings) -> {
                warnings.forEach(m -> terminal.err().println(m.render()));
                yield serve(settings, terminal);
            }
        };
    }

    private static Exit serve(Settings settings, Terminal terminal) {
        Logging.to(terminal.out(), settings.logging().service(), settings.logging().level().name());
        try {
            Bot bot = new Bot(settings, host(terminal));
            CompletableFuture<Exit> ended = new CompletableFuture<>();
            Runtime.getRuntime()
                    .addShutdownHook(
                            Thread.ofPlatform()
                                    .name("shutdown")
                                    .unstarted(() -> {
                                        bot.close();
                                        ended.complete(Exit.DONE);
                                    }));
            // Who completes it has logged why.
            var _ =
                    bot.fault()
                            .thenAccept(why -> {
                                terminal.err().println("frops: " + why);
                                ended.complete(Exit.FAILED);
                            });
            bot.start();
            return ended.join();
        } catch (IntegrationException e) {
            terminal.err().println("frops: " + e.safeMessage());
            return Exit.FAILED;
        } catch (IllegalStateException e) {
            terminal.err().println("frops: " + e.getMessage());
            return Exit.FAILED;
        }
    }

    /// A container's host name is in its environment, and is the pod's name.
    private static Host host(Terminal terminal) {
        Host host = new Host(terminal.clock(), terminal.random());
        String machine = terminal.environment().getOrDefault("HOSTNAME", "");
        return machine.isBlank() ? host : host.on(machine);
    }
}
