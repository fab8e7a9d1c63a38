package io.frops.checks.bench;

import io.frops.core.testing.Eventually;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Start-up and memory of the sandbox, with and without the AOT cache.
final class Starts {
    private static final int ROUNDS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path root;
    private final Table table;

    /// @param root the checkout, built
    Starts(Path root, Table table) {
        this.root = root;
        this.table = table;
    }

    private record Start(double seconds, double megabytes) {}

    void run(Path folder) throws Exception {
        // The first start records the cache.
        start(folder.resolve("recording"), "on");
        List<Start> with = new ArrayList<>();
        List<Start> without = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            without.add(start(folder.resolve("off" + round), "off"));
            with.add(start(folder.resolve("on" + round), "on"));
        }
        tell("sandbox without the AOT cache", without);
        tell("sandbox with the AOT cache", with);
    }

    private void tell(String what, List<Start> starts) {
        table.tell(
                what,
                "ready after %.1f s, %.0f MB resident"
                        .formatted(
                                Throughput.median(starts.stream().map(Start::seconds).toList()),
                                Throughput.median(starts.stream().map(Start::megabytes).toList())));
    }

    private Start start(Path data, String cache) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(
                        root.resolve("frops").toString(),
                        "sandbox",
                        "--port",
                        "0",
                        "--data",
                        data.toString());
        builder.environment().put("FROPS_AOT", cache);
        builder.environment().put("FROPS_BUILD", "off");
        builder.redirectErrorStream(true).redirectOutput(new File(data + ".log"));
        long begun = System.nanoTime();
        Process sandbox = builder.start();
        try {
            Path ready = data.resolve("sandbox.json");
            Eventually.await(
                    "the sandbox is up", PATIENCE, () -> Files.exists(ready) || !sandbox.isAlive());
            double seconds = (System.nanoTime() - begun) / 1e9;
            if (!sandbox.isAlive()) {
                throw new AssertionError(Files.readString(Path.of(data + ".log")));
            }
            return new Start(seconds, resident(sandbox.pid()));
        } finally {
            sandbox.destroy();
            if (!sandbox.waitFor(20, TimeUnit.SECONDS)) {
                sandbox.destroyForcibly().waitFor();
            }
        }
    }

    private static double resident(long pid) throws Exception {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
