package io.frops.config;

import java.util.List;

/// What became of a settings file.
public sealed interface Outcome<T> {
    /// The settings, and what is odd about them without being wrong.
    record Loaded<T>(T value, List<Mistake> warnings) implements Outcome<T> {
        public Loaded {
            warnings = List.copyOf(warnings);
        }
    }

    /// No settings: every mistake found, in the order of the file.
    record Broken<T>(List<Mistake> mistakes) implements Outcome<T> {
        public Broken {
            mistakes = List.copyOf(mistakes);
        }
    }
}
