package io.frops.checks.replicas;

import io.frops.checks.real.Child;
import io.frops.checks.world.Http;
import io.frops.checks.world.Replica;
import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `frops serve` in a process of its own, to be stopped, paused and killed.
public final class BotProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    private static final Pattern READY = Pattern.compile("frops is ready on port (\\d+)");

    private final Child child;
    private final Path folder;
    private final Http http;

    private BotProcess(Child child, Path folder, Http http) {
        this.child = child;
        this.folder = folder;
        this.http = http;
    }

    /// @param config its settings, with port 0
    public static BotProcess start(String name, Path folder, Path config) {
        try {
            Child child =
                    Child.start(
                            name,
                            folder,
                            java("io.frops.app.Main", "serve", "--config", config.toString()));
            Eventually.await(
                    name + " is up",
                    START,
                    () -> READY.matcher(child.log()).find() || !child.runs());
            Matcher ready = READY.matcher(child.log());
            if (!ready.find()) {
                throw new AssertionError(name + " ended: " + child.log());
            }
            return new BotProcess(
                    child, folder, new Http(URI.create("http://127.0.0.1:" + ready.group(1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A small JVM with the classes of this one.
    static List<String> java(String main, String... words) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main));
        all.addAll(List.of(words));
        return all;
    }

    public Http http() {
        return http;
    }

    public boolean holds() {
        return Replica.holds(http);
    }

    public int notify(String body) {
        return http.post(
                        "/webhooks/alertmanager",
                        body,
                        Map.of("Authorization", "Bearer " + World.WEBHOOK_TOKEN))
                .status();
    }

    public boolean nothingLags() {
        return http.get("/metrics").body().contains("frops_cards_behind 0.0");
    }

    /// SIGKILL.
    public void kill() {
        child.kill();
    }

    /// SIGTERM, not waited for.
    void terminate() {
        ProcessHandle.of(child.pid()).ifPresent(ProcessHandle::destroy);
    }

    public boolean runs() {
        return child.runs();
    }

    public String log() {
        return child.log();
    }

    /// SIGSTOP: it stands still in the middle of whatever it does.
    void pause() {
        signal("-STOP");
    }

    /// SIGCONT.
    void goOn() {
        signal("-CONT");
    }

    private void signal(String which) {
        try (Child kill =
                Child.start("signal", folder, List.of("kill", which, Long.toString(child.pid())))) {
            int exit = kill.await(10);
            if (exit != 0) {
                throw new AssertionError("kill " + which + " ended with " + exit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
