package io.frops.sandbox.alertmanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keeps what changed, one JSON line a change, before the change is confirmed. A line that a crash
/// cut short is left out. Without a folder it keeps nothing.
final class Journal {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Optional<Path> file;

    Journal(Optional<Path> folder) {
        file = folder.map(f -> f.resolve("alertmanager.jsonl"));
    }

    /// Every whole line, oldest first.
    List<JsonNode> read() {
        List<JsonNode> entries = new ArrayList<>();
        if (file.isPresent() && Files.exists(file.get())) {
            for (String line : lines(file.get())) {
                try {
                    entries.add(JSON.readTree(line));
                } catch (IOException cutShort) {
                    break;
                }
            }
        }
        return entries;
    }

    void append(ObjectNode entry) {
        file.ifPresent(f -> write(f, List.of(entry), StandardOpenOption.APPEND));
    }

    /// Starts over with what holds now.
    void rewrite(List<ObjectNode> entries) {
        file.ifPresent(f -> {
            Path fresh = f.resolveSibling(f.getFileName() + ".new");
            write(fresh, entries, StandardOpenOption.TRUNCATE_EXISTING);
            try {
                Files.move(fresh, f, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static List<String> lines(Path path) {
        try {
            return Files.readAllLines(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private static void write(Path path, List<ObjectNode> entries, StandardOpenOption how) {
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> text.append(entry).append('\n'));
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, text, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }
}
