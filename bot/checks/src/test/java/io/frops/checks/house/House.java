package io.frops.checks.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The repository as these tests see it: its folders, sources and compiled classes.
public final class House {
    /// The folder that holds `mvnw`.
    public static final Path ROOT = root();

    static final List<String> MODULES =
            List.of(
                    "bot/core",
                    "config",
                    "integrations",
                    "commands",
                    "bot/app",
                    "bot/sandbox",
                    "bot/checks");

    private House() {}

    private static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .takeWhile(folder -> folder != null)
                .filter(folder -> Files.exists(folder.resolve("mvnw")))
                .findFirst()
                .orElseThrow();
    }

    static JavaClasses mainClasses() {
        return classesIn("target/classes");
    }

    static JavaClasses testClasses() {
        return classesIn("target/test-classes");
    }

    private static JavaClasses classesIn(String folder) {
        return new ClassFileImporter()
                .importPaths(
                        MODULES.stream()
                                .map(module -> ROOT.resolve(module).resolve(folder))
                                .filter(Files::isDirectory)
                                .toList());
    }

    /// Every Java file under `src/main` of every module.
    static List<Path> mainSources() {
        return MODULES.stream()
                .map(module -> ROOT.resolve(module).resolve("src/main/java"))
                .filter(Files::isDirectory)
                .flatMap(House::javaFiles)
                .toList();
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
