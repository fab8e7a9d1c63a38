package io.frops.checks.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frops.core.testing.Eventually;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class RealProgramsTest {
    @TempDir Path folder;

    @Test
    void a_program_on_the_path_is_found() throws Exception {
        var file = Files.createFile(folder.resolve("prometheus"));
        assertThat(file.toFile().setExecutable(true)).isTrue();
        assertThat(RealPrograms.need(RealProgram.PROMETHEUS, Map.of("PATH", "/nowhere:" + folder)))
                .isEqualTo(file);
    }

    @Test
    void a_named_program_that_is_missing_is_not_replaced_by_another() {
        var environment = Map.of("FROPS_TEST_ALERTMANAGER_BIN", "/nowhere/alertmanager");
        assertThatThrownBy(() -> RealPrograms.need(RealProgram.ALERTMANAGER, environment))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("apt-get install prometheus-alertmanager");
    }

    @Test
    void where_the_real_thing_is_required_its_absence_is_a_failure() {
        var environment =
                Map.of("FROPS_TEST_CHROMIUM_BIN", "/nowhere/chromium", "FROPS_REAL", "required");
        assertThatThrownBy(() -> RealPrograms.need(RealProgram.CHROMIUM, environment))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("apt-get install chromium");
    }

    @ParameterizedTest
    @EnumSource
    void what_is_found_runs_and_tells_its_version(RealProgram program) throws Exception {
        var path = RealPrograms.need(program).toString();
        try (var child = Child.start("version", folder, List.of(path, "--version"))) {
            assertThat(child.await(20)).as(child.log()).isZero();
            assertThat(child.log()).containsPattern("[0-9]+\\.[0-9]+");
        }
    }

    @Test
    void a_child_is_gone_with_what_it_started() throws Exception {
        var child = Child.start("sh", folder, List.of("/bin/sh", "-c", "sleep 60 & echo $!; wait"));
        try (child) {
            Eventually.await("it started", Duration.ofSeconds(5), () -> child.log().endsWith("\n"));
        }
        var grandchild = ProcessHandle.of(Long.parseLong(child.log().strip()));
        assertThat(child.runs()).isFalse();
        Eventually.await(
                "its child ended",
                Duration.ofSeconds(5),
                () -> grandchild.filter(ProcessHandle::isAlive).isEmpty());
    }
}
