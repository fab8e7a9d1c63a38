package io.frops.checks.real;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// Finds the real programs. On a machine without them their tests are skipped and say how to have
/// them; with `FROPS_REAL=required`, as in CI, such a test fails instead.
public final class RealPrograms {
    private static final List<Path> USUAL_FOLDERS =
            Stream.of(
                            "/usr/bin",
                            "/usr/local/bin",
                            "/usr/sbin",
                            "/usr/lib/chromium",
                            "/opt/homebrew/bin",
                            "/snap/bin")
                    .map(Path::of)
                    .toList();

    private RealPrograms() {}

    /// The program's path; otherwise the calling test (or class, from `@BeforeAll`) is skipped or
    /// fails.
    public static Path need(RealProgram program) {
        return need(program, System.getenv());
    }

    static Path need(RealProgram program, Map<String, String> environment) {
        return find(program, environment)
                .orElseGet(() -> {
                    if ("required".equals(environment.get("FROPS_REAL"))) {
                        return Assertions.fail(program.advice());
                    }
                    return Assumptions.abort(program.advice());
                });
    }

    private static Optional<Path> find(RealProgram program, Map<String, String> environment) {
        var named = environment.get(program.variable());
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        return Stream.concat(onPath(environment), USUAL_FOLDERS.stream())
                .flatMap(folder -> program.fileNames().stream().map(folder::resolve))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private static Stream<Path> onPath(Map<String, String> environment) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
    }
}
