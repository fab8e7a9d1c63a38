package io.frops.sandbox.run;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Small texts that outlive the sandbox's process, in a file that only its owner can read: secrets
/// and ports.
final class Kept {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Map<String, String> values;

    Kept(Path file) {
        this.file = file;
        values = read(file);
    }

    private static Map<String, String> read(Path file) {
        try {
            return Files.exists(file)
                    ? new TreeMap<>(
                            JSON.readValue(
                                    file.toFile(), new TypeReference<Map<String, String>>() {}))
                    : new TreeMap<>();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    file + " cannot be read: remove it, and the sandbox starts afresh", e);
        }
    }

    /// The value under a name, made and kept the first time.
    String get(String name, Supplier<String> fresh) {
        String known = values.get(name);
        if (known != null) {
            return known;
        }
        String made = fresh.get();
        put(name, made);
        return made;
    }

    void put(String name, String value) {
        values.put(name, value);
        try {
            write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(values));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes by rename, readable by its owner alone.
    static void write(Path file, byte[] content) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    next,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(next, content);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
