package io.frops.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// Reads the file itself: it exists, is small enough, and is UTF-8.
final class SourceFile {
    /// No settings file of a person is this long; a wrong path often is.
    static final int LONGEST_BYTES = 1024 * 1024;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private SourceFile() {}

    static Optional<String> read(Path path, Mistakes mistakes) {
        try (InputStream in = Files.newInputStream(path)) {
            return decode(in.readNBytes(LONGEST_BYTES + 1), mistakes);
        } catch (NoSuchFileException missing) {
            mistakes.error(
                    Place.START,
                    "",
                    "there is no such file.",
                    "Name another with --config FILE or FROPS_CONFIG.");
        } catch (IOException unreadable) {
            mistakes.error(
                    Place.START,
                    "",
                    "the file cannot be read.",
                    "Look at its owner and mode; it must be a plain file.");
        }
        return Optional.empty();
    }

    private static Optional<String> decode(byte[] bytes, Mistakes mistakes) {
        if (bytes.length > LONGEST_BYTES) {
            mistakes.error(
                    Place.START,
                    "",
                    "the file is larger than 1 MiB.",
                    "Is it the settings file? Name the right one.");
            return Optional.empty();
        }
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result =
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), out, true);
        out.flip();
        if (result.isError()) {
            mistakes.error(
                    Place.after(out), "", "this is not UTF-8 text.", "Save the file as UTF-8.");
            return Optional.empty();
        }
        String text = out.toString();
        return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }
}
