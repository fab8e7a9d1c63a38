package io.frops.sandbox.slack.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Changes on disk, one JSON line each, forced out before [#append] returns. Not thread-safe.
final class Journal implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final FileChannel out;

    private Journal(Path file, FileChannel out) {
        this.file = file;
        this.out = out;
    }

    /// The changes a file holds. A last line without its end was never confirmed to anybody and is
    /// left out.
    static List<Change> read(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            String all = Files.readString(file, UTF_8);
            String whole = all.substring(0, all.lastIndexOf('\n') + 1);
            List<Change> changes = new ArrayList<>();
            int number = 0;
            for (String line : whole.lines().toList()) {
                changes.add(parse(file, ++number, line));
            }
            return changes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Change parse(Path file, int number, String line) {
        try {
            return JSON.readValue(line, Change.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Line %d of %s is damaged; move the file away to begin with an empty workspace"
                            .formatted(number, file),
                    e);
        }
    }

    /// Replaces the file by the given changes, all or nothing, and stays open for more.
    static Journal compacted(Path file, List<Change> changes) {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileChannel out =
                    FileChannel.open(
                            next,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE);
            Journal journal = new Journal(file, out);
            for (Change change : changes) {
                journal.write(change);
            }
            out.force(true);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            journal.forceFolder();
            return journal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forceFolder() throws IOException {
        try (FileChannel folder =
                FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    void append(Change change) {
        try {
            write(change);
            out.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Change change) throws IOException {
        ByteBuffer line = UTF_8.encode(JSON.writeValueAsString(change) + "\n");
        while (line.hasRemaining()) {
            out.write(line);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
