package io.frops.checks.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.house.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `.mvn/jdk`, which mvnw and frops source, on a machine that the test makes up.
class JdkFinderTest {
    @TempDir Path machine;

    @Test
    void java_home_is_taken_when_it_is_new_enough() throws Exception {
        var home = java("elsewhere/jdk", "25.0.1", true);
        java("usr/lib/jvm/newer", "26", true);
        assertThat(find(home)).isEqualTo("0 " + home);
    }

    @Test
    void an_old_java_home_is_passed_over_for_one_in_a_usual_place() throws Exception {
        var old = java("elsewhere/jdk", "21.0.8", true);
        java("usr/lib/jvm/java-17", "17.0.1", true);
        var good = java("usr/lib/jvm/temurin-25", "25.0.3", true);
        assertThat(find(old)).isEqualTo("0 " + good);
    }

    @Test
    void java_8_numbers_itself_differently_and_is_still_old() throws Exception {
        assertThat(find(java("elsewhere/jdk8", "1.8.0_400", true))).startsWith("1 ");
    }

    @Test
    void a_runtime_without_compiler_cannot_build() throws Exception {
        assertThat(find(java("usr/lib/jvm/jre", "25", false))).startsWith("1 ");
    }

    @Test
    void without_any_it_says_where_it_looked_and_how_to_get_one() throws Exception {
        assertThat(find(machine.resolve("nowhere")))
                .startsWith("1 ")
                .contains("JAVA_HOME is " + machine.resolve("nowhere"))
                .contains("/usr/lib/jvm", "sdkman", "apt-get install", "brew install");
    }

    private Path java(String folder, String version, boolean withCompiler) throws IOException {
        var home = machine.resolve(folder);
        var bin = Files.createDirectories(home.resolve("bin"));
        executable(bin.resolve("java"));
        if (withCompiler) {
            executable(bin.resolve("javac"));
        }
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private static void executable(Path file) throws IOException {
        assertThat(Files.createFile(file).toFile().setExecutable(true)).isTrue();
    }

    /// The exit code, a space, and what was found or said.
    private String find(Path javaHome) throws Exception {
        var script = ". " + House.ROOT.resolve(".mvn/jdk") + " && printf %s \"$JAVA_HOME\"";
        var ended =
                Ended.run(
                        machine,
                        Map.of(
                                "JAVA_HOME", javaHome.toString(),
                                "HOME", machine.toString(),
                                "FROPS_JDK_ROOT", machine.toString(),
                                "PATH", pathWithoutJava()),
                        List.of("/bin/sh", "-c", script));
        return ended.code() + " " + ended.out() + ended.err();
    }

    /// A folder with the few programs that the script calls, and no java.
    private String pathWithoutJava() throws IOException {
        var bin = Files.createDirectories(machine.resolve("path"));
        for (var program : List.of("sed", "head", "cat", "readlink")) {
            var usual = Path.of("/usr/bin", program);
            var real = Files.exists(usual) ? usual : Path.of("/bin", program);
            executable(bin.resolve(program));
            Files.writeString(bin.resolve(program), "#!/bin/sh\nexec " + real + " \"$@\"\n");
        }
        return bin.toString();
    }
}
