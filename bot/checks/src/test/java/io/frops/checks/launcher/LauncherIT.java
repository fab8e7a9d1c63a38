package io.frops.checks.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.house.House;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The real launcher, Java and jar. It must find this build fresh, or every user would build twice.
class LauncherIT {

    @Test
    void help_is_there_without_another_build() throws Exception {
        var ended = frops("--help");
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).startsWith("frops ").contains("Usage: ./frops COMMAND");
    }

    @Test
    void an_unknown_command_is_a_usage_mistake() throws Exception {
        var ended = frops("nonsense");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("no command \"nonsense\"");
    }

    private static Ended frops(String word) throws Exception {
        return Ended.run(
                Path.of("/"),
                Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "PATH", "/usr/bin:/bin",
                        "FROPS_AOT", "off"),
                List.of(House.ROOT.resolve("frops").toString(), word));
    }
}
