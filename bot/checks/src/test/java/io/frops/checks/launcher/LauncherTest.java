package io.frops.checks.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
    @TempDir Path folder;
    private Checkout checkout;

    @BeforeEach
    void check_out() throws Exception {
        checkout = Checkout.in(folder.toRealPath());
    }

    @Test
    void a_fresh_clone_is_built_and_then_started() throws Exception {
        var ended = checkout.frops("doctor", "--json");
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).contains("building", "core [2/7]");
        assertThat(ended.out())
                .contains("-jar " + checkout.made().resolve("frops.jar") + " doctor --json");
    }

    @Test
    void what_is_built_is_started_without_a_word() throws Exception {
        var ended = checkout.built().frops("doctor");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).doesNotContain("AOTCache");
    }

    @Test
    void a_newer_source_is_built_first() throws Exception {
        checkout.built();
        Checkout.age(folder.resolve("bot/core/src/main/java/A.java"), 1);
        assertThat(checkout.frops("doctor").err()).contains("the sources changed");
    }

    @Test
    void a_removed_source_is_noticed_by_its_folder() throws Exception {
        checkout.built();
        Files.delete(folder.resolve("bot/core/src/main/java/A.java"));
        assertThat(checkout.frops("doctor").err()).contains("the sources changed");
    }

    @Test
    void a_broken_build_shows_its_errors_and_starts_nothing() throws Exception {
        checkout.maven("echo '[ERROR] A.java: boom'; exit 1");
        var ended = checkout.frops("doctor");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("[ERROR] A.java: boom", "target/frops-build.log");
    }

    @Test
    void the_exit_code_is_the_bots() throws Exception {
        checkout.built().java("exit 78");
        assertThat(checkout.frops("serve").code()).isEqualTo(78);
    }

    @Test
    void the_sandbox_records_a_start_once_and_uses_it_from_then_on() throws Exception {
        checkout.built();
        var first = checkout.frops("sandbox");
        var second = checkout.frops("sandbox");
        assertThat(first.err()).contains("recording a start");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).contains("-XX:AOTCache=" + checkout.made().resolve("frops.aot"));
    }

    @Test
    void a_recording_is_not_used_once_a_jar_or_the_java_differs() throws Exception {
        checkout.built().frops("sandbox");
        checkout.write("bot/sandbox/target/frops/lib/a.jar", "other");
        Checkout.age(checkout.made().resolve("frops.aot.stamp"), 0);
        assertThat(checkout.frops("doctor").out()).doesNotContain("AOTCache");
        assertThat(checkout.frops("sandbox").err()).contains("recording a start");
        checkout.write("jdk/release", "JAVA_VERSION=\"25\"\nJAVA_RUNTIME_VERSION=\"25+2\"\n");
        assertThat(checkout.frops("doctor").out()).doesNotContain("AOTCache");
    }

    @Test
    void a_recording_that_fails_is_told_once_and_harms_nothing() throws Exception {
        checkout.built()
                .java("case $* in *AOTCacheOutput*) echo no room; exit 1 ;; esac; echo started");
        var first = checkout.frops("sandbox");
        assertThat(first.out()).isEqualTo("started\n");
        assertThat(first.err()).contains("that failed", "frops.aot.log");
        assertThat(checkout.frops("sandbox").err()).isEmpty();
    }

    @Test
    void recording_and_building_can_be_turned_off() throws Exception {
        checkout.built();
        Checkout.age(folder.resolve("pom.xml"), 1);
        var ended = checkout.frops(Map.of("FROPS_AOT", "off", "FROPS_BUILD", "off"), "sandbox");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void it_may_be_called_from_anywhere_through_a_link() throws Exception {
        checkout.built();
        var link = Files.createSymbolicLink(folder.resolve("link"), Path.of("frops"));
        var ended =
                Ended.run(
                        Path.of("/"),
                        Map.of("JAVA_HOME", folder + "/jdk", "PATH", "/usr/bin:/bin"),
                        List.of(link.toString(), "doctor"));
        assertThat(ended.out()).contains("frops.jar doctor");
    }
}
