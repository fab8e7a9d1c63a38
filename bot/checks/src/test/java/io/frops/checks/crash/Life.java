package io.frops.checks.crash;

import io.frops.checks.world.Http;
import io.frops.core.settings.Secret;
import io.frops.integrations.mongo.MongoSettings;
import io.frops.integrations.mongo.MongoState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// One life of a [BotToKill], from its start to its end.
final class Life implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final String GONE = "gone";

    private final Process process;
    private final Path log;
    private final Writer orders;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final Set<String> seen;
    private String uri = "";
    private Http http = new Http(URI.create("http://127.0.0.1:9"));
    private Optional<MongoState> state = Optional.empty();

    /// Starts it, and waits until it is ready or has ended.
    ///
    /// @param seen takes the arrows that it passes
    Life(Path folder, Path settings, Duration ahead, Optional<String> point, Set<String> seen)
            throws IOException {
        this.seen = seen;
        log = folder.resolve("bot.log");
        Files.deleteIfExists(log);
        List<String> words = java("io.frops.checks.crash.BotToKill");
        words.add(settings.toString());
        words.add(ahead.toString());
        point.ifPresent(words::add);
        process =
                new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectError(log.toFile())
                        .start();
        orders = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        Thread.ofVirtual().name("reads a bot").start(this::read);
        answer("ready").ifPresent(port -> http = new Http(URI.create("http://127.0.0.1:" + port)));
    }

    /// A small JVM with the classes of this one, which begins quickly.
    static List<String> java(String main) {
        return new ArrayList<>(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-XX:-UsePerfData",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main));
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("@seen ")) {
                    seen.add(line.substring("@seen ".length()));
                } else if (line.startsWith("@")) {
                    answers.add(line.substring(1));
                }
            }
        } catch (IOException _) {
            // it ended in the middle of a line
        }
        answers.add(GONE);
    }

    /// The rest of the next line that begins with this word; absent when it ended before.
    private Optional<String> answer(String word) {
        try {
            while (true) {
                String line = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (line == null) {
                    throw new AssertionError("no answer from the bot: " + log());
                }
                if (line.equals(GONE)) {
                    answers.add(GONE);
                    return Optional.empty();
                }
                if (line.startsWith("store ")) {
                    uri = line.substring("store ".length());
                }
                if (line.startsWith(word)) {
                    return Optional.of(line.substring(word.length()).strip());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// @return what it answered; absent when it has ended
    private Optional<String> order(String line, String word) {
        try {
            orders.write(line + "\n");
            orders.flush();
            return answer(word);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    void push(Duration by) {
        order("push " + by, "done");
    }

    void arm(String point) {
        order("arm " + point, "done");
    }

    Optional<String> token(String person) {
        Optional<String> token = order("token " + person, "token");
        token.ifPresent(_ -> answer("done"));
        return token;
    }

    Http http() {
        return http;
    }

    /// What it keeps, read beside it.
    MongoState state() {
        if (state.isEmpty()) {
            state =
                    Optional.of(
                            MongoState.open(
                                    new MongoSettings(
                                            Optional.of(MongoSettings.Store.MONGODB),
                                            Optional.of(Secret.parse(uri)),
                                            Path.of("unused"))));
        }
        return state.get();
    }

    boolean runs() {
        return process.isAlive();
    }

    /// SIGKILL.
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /// The exit code, once it has ended by itself.
    int exit() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("it answers no more and has not ended: " + log());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
        state.ifPresent(MongoState::close);
    }
}
