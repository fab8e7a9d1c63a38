package io.frops.sandbox.run;

import io.frops.app.cli.Exit;
import io.frops.app.cli.Section;
import io.frops.app.cli.Subcommand;
import io.frops.app.cli.Terminal;
import io.frops.app.observe.Logging;
import io.frops.app.wiring.Host;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// `frops sandbox`: everything embedded, nothing else installed.
public final class SandboxCommand implements Subcommand {
    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public String summary() {
        return "Try frops here: simulated Slack, Alertmanager and Kubernetes, a platform to break";
    }

    @Override
    public String usage() {
        return """
        Usage: frops sandbox [--port N] [--data DIR]

        Starts the bot with everything it needs, simulated, on this machine alone, and prints the
        address of a page that works like Slack. Break a service there and watch its incident.

          --port N     of the page (default: the last one, else any free one; 0: any free one)
          --data DIR   where everything is kept (default: .frops/sandbox); a second start goes on
                       from there. DIR/sandbox.json says how to reach each part

        Ends with Ctrl-C. The bot's log is DIR/frops.log.
        """;
    }

    @Override
    public Section section() {
        return Section.TRY;
    }

    @Override
    public List<String> rehearsal() {
        return List.of("--rehearse");
    }

    @Override
    public Exit run(List<String> arguments, Terminal terminal) {
        if (arguments.equals(List.of("--rehearse"))) {
            return Rehearsal.run(new Host(terminal.clock(), terminal.random()));
        }
        Optional<SandboxOptions> options = SandboxOptions.of(arguments);
        if (options.isEmpty()) {
            terminal.err().println(usage().strip());
            return Exit.USAGE;
        }
        return run(options.get(), terminal);
    }

    private static Exit run(SandboxOptions options, Terminal terminal) {
        Path data = options.data().toAbsolutePath().normalize();
        try (OutputStream log = log(data)) {
            Logging.to(log, "frops", "info");
            terminal.out().println("Starting the sandbox in " + data + " ...");
            Host host = new Host(terminal.clock(), terminal.random());
            Sandbox sandbox = Sandbox.start(data, options.port(), host, Alerting.simulated(host));
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime()
                    .addShutdownHook(
                            Thread.ofPlatform()
                                    .name("shutdown")
                                    .unstarted(() -> {
                                        sandbox.close();
                                        stopped.countDown();
                                    }));
            terminal.out().println(greeting(sandbox.description(), data));
            stopped.await();
            return Exit.DONE;
        } catch (IOException | IllegalStateException | UncheckedIOException e) {
            terminal.err().println("frops: " + e.getMessage());
            return Exit.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Exit.FAILED;
        }
    }

    private static OutputStream log(Path data) throws IOException {
        Files.createDirectories(data);
        try {
            return new FileOutputStream(data.resolve("frops.log").toFile(), true);
        } catch (FileNotFoundException e) {
            throw new IOException(
                    "cannot write into " + data + ": choose another folder with --data", e);
        }
    }

    private static String greeting(Description description, Path data) {
        return """

        The sandbox is ready:  %s

        Open it, press "Break backend", and watch the incident appear in #incidents.
        Then acknowledge it, mend the service, and try  /frops help  in the message field.
        "Storm: 60 alerts" shows a bad night: sixty incidents at once, and one card for them.

        From another terminal:
          FROPS_TOKEN=$(sed -n 's/.*"token" : "\\(frops_[^"]*\\)".*/\\1/p' %s | head -n 1) \\
            ./frops run --server %s -- incidents

        The log is %s. Ctrl-C ends it; the next start goes on from here.\
        """
                .formatted(
                        description.page(),
                        data.resolve(Description.FILE),
                        description.bot(),
                        data.resolve("frops.log"));
    }
}
