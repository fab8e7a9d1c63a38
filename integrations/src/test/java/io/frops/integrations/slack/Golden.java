package io.frops.integrations.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares JSON with a file under `src/test/resources/golden/slack`. Run with
/// `-Dgolden.write=true` to write the files anew, then read the difference.
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden/slack");
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Golden() {}

    public static void check(String name, JsonNode actual) {
        Path file = FOLDER.resolve(name + ".json");
        try {
            String text = JSON.writeValueAsString(actual) + "\n";
            if (Boolean.getBoolean("golden.write")) {
                Files.writeString(file, text);
            }
            assertThat(text).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError("no golden file " + file, e);
        }
    }
}
