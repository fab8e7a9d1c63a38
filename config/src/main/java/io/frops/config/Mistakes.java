package io.frops.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what is wrong while one file is read, so that all of it is told at once.
final class Mistakes {
    private final String file;
    private final List<Mistake> found = new ArrayList<>();

    Mistakes(String file) {
        this.file = file;
    }

    void error(Place place, String path, String what, String remedy) {
        found.add(
                new Mistake(
                        Mistake.Level.ERROR,
                        file,
                        place.line(),
                        place.column(),
                        path,
                        what,
                        remedy));
    }

    void warning(Place place, String path, String what, String remedy) {
        found.add(
                new Mistake(
                        Mistake.Level.WARNING,
                        file,
                        place.line(),
                        place.column(),
                        path,
                        what,
                        remedy));
    }

    /// An empty collector for the same file: for a try that may be thrown away.
    Mistakes fresh() {
        return new Mistakes(file);
    }

    boolean hasErrors() {
        return found.stream().anyMatch(Mistake::isError);
    }

    /// In the order of the file, each once.
    List<Mistake> sorted() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column))
                .toList();
    }
}
