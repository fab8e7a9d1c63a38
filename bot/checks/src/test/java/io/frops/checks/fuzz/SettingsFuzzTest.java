package io.frops.checks.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.frops.app.settings.Settings;
import io.frops.app.settings.SettingsFile;
import io.frops.config.Mistake;
import io.frops.config.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFuzzTest {
    private static final int ROUNDS = 1000;
    private static final long MOST_BYTES = 256L * 1024 * 1024;
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final String SECRET = "xoxb-secret-of-the-file";
    private static final Map<String, String> ENVIRONMENT =
            Map.of("SLACK_BOT_TOKEN", SECRET, "FROPS_WEBHOOK_TOKEN", SECRET + "-too");
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void no_settings_file_is_too_much_and_every_mistake_has_its_line(@TempDir Path folder)
            throws IOException {
        Path trap = folder.resolve("owned");
        Fuzz fuzz = new Fuzz("settings");
        Mutator mutator = fuzz.mutator(new Nasty(trap.toString(), "http://127.0.0.1:9/"));
        int held = fuzz.run(ROUNDS, mutator::text, bytes -> read(folder, bytes));
        assertThat(held).isPositive();
        assertThat(trap).doesNotExist();
    }

    private static void read(Path folder, byte[] bytes) {
        try {
            Path file = Files.write(folder.resolve("frops.yaml"), bytes);
            long begun = System.nanoTime();
            long before = THREADS.getCurrentThreadAllocatedBytes();
            Outcome<Settings> outcome = SettingsFile.load(file, ENVIRONMENT);
            assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_BYTES);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONGEST);
            switch (outcome) {
                case Outcome.Loaded<Settings>(var settings, var warnings) -> {
                    assertThat(settings.toString()).doesNotContain(SECRET);
                    warnings.forEach(m -> told(m, bytes));
                }
                case Outcome.Broken<Settings>(var mistakes) -> broken(mistakes, bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void broken(List<Mistake> mistakes, byte[] bytes) {
        assertThat(mistakes).anyMatch(Mistake::isError);
        mistakes.forEach(m -> told(m, bytes));
    }

    private static void told(Mistake mistake, byte[] bytes) {
        long lines = new String(bytes, StandardCharsets.UTF_8).lines().count() + 1;
        assertThat(mistake.line()).isBetween(1, (int) Math.max(lines, 1));
        assertThat(mistake.column()).isPositive();
        assertThat(mistake.what()).isNotBlank().doesNotContain(SECRET, "Exception", "io.frops.");
        assertThat(mistake.remedy()).doesNotContain(SECRET);
    }
}
