package io.frops.checks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.house.House;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How fast and how large the bot is, in one run beside its peers: `./mvnw -Pbench verify`.
class Benchmark {
    private static final Path RESULTS = Path.of("target", "benchmark.md");
    private static final List<String> PARTS =
            Arrays.asList(
                    System.getProperty("bench.parts", "throughput,reads,storm,start").split(","));

    private final Table table = new Table();

    @TempDir Path folder;

    @Test
    void the_bot_keeps_to_its_targets() throws Exception {
        try {
            if (PARTS.contains("throughput")) {
                throughput();
            }
            if (PARTS.contains("reads")) {
                new Reads(table).run(Files.createDirectory(folder.resolve("reads")));
            }
            if (PARTS.contains("storm")) {
                storm();
            }
            if (PARTS.contains("start")) {
                new Starts(House.ROOT, table).run(Files.createDirectory(folder.resolve("start")));
            }
        } finally {
            table.write(RESULTS);
            System.out.println(table.render());
        }
        assertThat(table.failed()).as("some target was missed:%n%s", table.render()).isFalse();
    }

    private void throughput() throws Exception {
        try (Stage stage = Stage.embedded(Files.createDirectory(folder.resolve("throughput")))) {
            String store = stage.bot().embeddedUri().orElseThrow();
            try (Peer peer = new Peer(store)) {
                new Throughput(stage.port(), peer.port(), store, table).run();
            }
        }
    }

    private void storm() throws Exception {
        try (Stage stage = Stage.embedded(Files.createDirectory(folder.resolve("one")))) {
            new Storm(stage, table).oneGroup();
        }
        try (Stage stage = Stage.embedded(Files.createDirectory(folder.resolve("many")))) {
            new Storm(stage, table).manyGroups();
        }
    }
}
