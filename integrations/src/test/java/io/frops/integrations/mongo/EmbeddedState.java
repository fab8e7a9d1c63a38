package io.frops.integrations.mongo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// An embedded store with a file of its own for each test.
final class EmbeddedState implements BeforeEachCallback, AfterEachCallback {
    /// What the suites look at is not speed, and the machine may be busy.
    private static final Duration UNHURRIED = Duration.ofSeconds(30);

    private @Nullable Path folder;
    private @Nullable MongoState state;

    MongoState get() {
        if (state == null) {
            throw new IllegalStateException("only within a test");
        }
        return state;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("frops-store");
        state = MongoState.embedded(folder.resolve("state.mv.db"), UNHURRIED);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        get().close();
        if (folder != null) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
