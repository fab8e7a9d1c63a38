package io.frops.checks.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.checks.house.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A made-up checkout: the real `frops` and `.mvn/jdk`, one source file, and stand-ins for Maven
/// and Java that say what they were asked.
record Checkout(Path root) {
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    static Checkout in(Path root) throws IOException {
        var checkout = new Checkout(root);
        for (var name : List.of("frops", ".mvn/jdk")) {
            Files.createDirectories(root.resolve(name).getParent());
            Files.copy(House.ROOT.resolve(name), root.resolve(name));
        }
        executable(root.resolve("frops"), House.read(root.resolve("frops")));
        checkout.write("pom.xml", "<project/>");
        checkout.write("bot/core/src/main/java/A.java", "class A {}");
        checkout.write("jdk/release", "JAVA_VERSION=\"25\"\nJAVA_RUNTIME_VERSION=\"25+1\"\n");
        executable(root.resolve("jdk/bin/javac"), "");
        checkout.java(
                """
                for word; do
                  case $word in -XX:AOTCacheOutput=*) echo cache >"${word#*=}" ;; esac
                done
                echo "java $*"
                """);
        checkout.maven(
                """
                echo "[INFO] Building frops-core 0.1.0-SNAPSHOT [2/7]"
                mkdir -p "$made/lib" && echo jar >"$made/frops.jar" && echo built >"$made/built"
                """);
        return checkout;
    }

    void java(String script) throws IOException {
        executable(root.resolve("jdk/bin/java"), "#!/bin/sh\n" + script);
    }

    void maven(String script) throws IOException {
        executable(root.resolve("mvnw"), "#!/bin/sh\nmade=" + made() + "\n" + script);
    }

    Path made() {
        return root.resolve("bot/sandbox/target/frops");
    }

    /// As if a build had ended long ago, after which nothing was touched.
    Checkout built() throws IOException {
        write("bot/sandbox/target/frops/frops.jar", "jar");
        write("bot/sandbox/target/frops/lib/a.jar", "jar");
        write("bot/sandbox/target/frops/built", "");
        try (var files = Files.walk(root)) {
            for (var file : files.toList()) {
                age(file, 0);
            }
        }
        return this;
    }

    /// Sets a file's time to that many seconds after the build's.
    static void age(Path file, long seconds) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO.plusSeconds(seconds)));
    }

    Ended frops(String... words) throws Exception {
        return frops(Map.of(), words);
    }

    Ended frops(Map<String, String> more, String... words) throws Exception {
        var environment = new HashMap<>(more);
        environment.put("JAVA_HOME", root.resolve("jdk").toString());
        environment.put("PATH", "/usr/bin:/bin");
        var command = new ArrayList<>(List.of(root.resolve("frops").toString()));
        command.addAll(List.of(words));
        return Ended.run(root, environment, command);
    }

    void write(String name, String text) throws IOException {
        Files.createDirectories(root.resolve(name).getParent());
        Files.writeString(root.resolve(name), text);
    }

    private static void executable(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
