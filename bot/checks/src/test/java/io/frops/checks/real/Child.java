package io.frops.checks.real;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program that runs beside a test and is gone when the test is, with whatever it started itself.
public final class Child implements AutoCloseable {
    private static final long POLITE_SECONDS = 5;

    private final Process process;
    private final Path log;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /// Starts the words in `folder`, where `name.log` takes all that they print.
    public static Child start(String name, Path folder, List<String> words) throws IOException {
        var log = folder.resolve(name + ".log");
        var process =
                new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        return new Child(process, log);
    }

    public boolean runs() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /// All that it has printed so far.
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The exit code, once it has ended by itself.
    public int await(long seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new AssertionError("still running after " + seconds + " s:\n" + log());
        }
        return process.exitValue();
    }

    /// SIGKILL: no chance to tidy up.
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    /// SIGTERM, and SIGKILL for what is still there after five seconds.
    @Override
    public void close() {
        var family = process.descendants().toList();
        process.destroy();
        process.onExit().completeOnTimeout(process, POLITE_SECONDS, TimeUnit.SECONDS).join();
        family.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
