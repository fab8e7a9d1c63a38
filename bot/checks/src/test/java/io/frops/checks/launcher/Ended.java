package io.frops.checks.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A child process that has come to its end.
record Ended(int code, String out, String err) {
    private static final long PATIENCE_SECONDS = 60;

    /// Runs the words with exactly this environment, in `folder`, and waits.
    static Ended run(Path folder, Map<String, String> environment, List<String> words)
            throws Exception {
        var out = Files.createTempFile("frops-out", null);
        var err = Files.createTempFile("frops-err", null);
        var builder =
                new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("%s", words)
                    .isTrue();
            return new Ended(
                    process.exitValue(),
                    Files.readString(out, UTF_8),
                    Files.readString(err, UTF_8));
        } finally {
            process.destroyForcibly();
            Files.delete(out);
            Files.delete(err);
        }
    }
}
