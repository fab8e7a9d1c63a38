package io.frops.sandbox.platform;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Remembers what is broken and since when, so that a second start goes on from there.
///
/// @param file absent keeps nothing
record BrokenFile(Optional<Path> file) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Map<String, Instant> read() {
        Map<String, Instant> broken = new TreeMap<>();
        file.filter(Files::exists)
                .ifPresent(
                        f -> parsed(f).forEach((name, at) -> broken.put(name, Instant.parse(at))));
        return broken;
    }

    private static Map<String, String> parsed(Path file) {
        try {
            return JSON.readValue(file.toFile(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot read " + file + ": remove it to begin with everything mended", e);
        }
    }

    /// Written beside it and renamed, so that a crash leaves the old file or the new one.
    void write(Map<String, Instant> broken) {
        file.ifPresent(f -> replace(f, broken));
    }

    private static void replace(Path file, Map<String, Instant> broken) {
        Map<String, String> text = new TreeMap<>();
        broken.forEach((name, at) -> text.put(name, at.toString()));
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try {
            JSON.writeValue(next.toFile(), text);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
