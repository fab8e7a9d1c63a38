package io.frops.core.skipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class SkippedTestsTest {
    @TempDir Path folder;

    @Test
    void what_was_skipped_or_aborted_is_written_down_with_its_reason() throws Exception {
        var file = folder.resolve("deep/skipped.txt");
        var request =
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(Specimen.class))
                        .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                        .build();
        LauncherFactory.create(
                        LauncherConfig.builder()
                                .enableTestExecutionListenerAutoRegistration(false)
                                .addTestExecutionListeners(new SkippedTests(Optional.of(file)))
                                .build())
                .execute(request);
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "SkippedTestsTest$Specimen.aborted: there is no moon",
                        "SkippedTestsTest$Specimen.disabled: not on a Monday");
    }

    /// Not run by the build itself: a static nested class is no test class for Surefire.
    @Tag("specimen")
    static class Specimen {
        @Test
        void passes() {}

        @Test
        @Disabled("not on a Monday")
        void disabled() {}

        @Test
        void aborted() {
            Assumptions.abort("there is no moon");
        }
    }
}
