package io.frops.checks.alertmanager;

import io.frops.checks.real.RealProgram;
import io.frops.checks.real.RealPrograms;
import io.frops.core.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A real Alertmanager as a child process on a port of its own. Killing it loses what it has not
/// written: its alerts always, for it never writes those.
public final class RealAlertmanager implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(20);

    private final Path program;
    private final Path folder;
    private final Path config;
    private int port;
    private Process process;

    private RealAlertmanager(Path program, Path folder, Path config) {
        this.program = program;
        this.folder = folder;
        this.config = config;
        this.port = freePort();
        this.process = launch();
    }

    /// Skips the calling test when there is no such program; see [RealPrograms].
    ///
    /// @param folder for its configuration and its data
    /// @param yaml its configuration
    public static RealAlertmanager start(Path folder, String yaml) {
        Path program = RealPrograms.need(RealProgram.ALERTMANAGER);
        try {
            Path config = Files.writeString(folder.resolve("alertmanager.yml"), yaml);
            return new RealAlertmanager(program, folder, config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Ends it as a crash would.
    public void kill() {
        process.destroyForcibly();
        ended();
    }

    /// Starts it again at the same address, on what it had written.
    public void restart() {
        process = launch();
    }

    private Process launch() {
        for (int attempt = 0; attempt < 3; attempt++) {
            Process child = spawn();
            if (bound(child)) {
                return child;
            }
            child.destroyForcibly();
            port = freePort();
        }
        throw new IllegalStateException("Alertmanager did not start; see " + log());
    }

    private Process spawn() {
        try {
            Files.deleteIfExists(log());
            return new ProcessBuilder(
                            List.of(
                                    program.toString(),
                                    "--config.file=" + config,
                                    "--storage.path=" + folder.resolve("data"),
                                    "--web.listen-address=127.0.0.1:" + port,
                                    "--cluster.listen-address="))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.to(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether this very child, and no other program that was quicker, listens on the port: it ends
    /// when it cannot.
    private boolean bound(Process child) {
        // Written once the port is bound; the wording is the same from 0.25 to 0.34.
        String line = "msg=\"Listening on\" address=127.0.0.1:" + port;
        Eventually.await(
                "Alertmanager listens or ends",
                START,
                () -> !child.isAlive() || lastRun().contains(line));
        return child.isAlive();
    }

    private String lastRun() {
        try {
            return Files.exists(log()) ? Files.readString(log()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What it said since it was last started.
    private Path log() {
        return folder.resolve("alertmanager.log");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ended() {
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Alertmanager does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
