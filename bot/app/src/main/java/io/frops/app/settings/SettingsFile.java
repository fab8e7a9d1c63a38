package io.frops.app.settings;

import io.frops.config.Loader;
import io.frops.config.Mistake;
import io.frops.config.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Reads `frops.yaml`.
public final class SettingsFile {
    private SettingsFile() {}

    /// For a start: a variable that is named and not set is a mistake.
    ///
    /// @param environment the process's environment variables
    public static Outcome<Settings> load(Path file, Map<String, String> environment) {
        return loader().load(file, Variables.of(environment));
    }

    /// For a look at the file, perhaps on another machine: a variable that is not set is a warning.
    public static List<Mistake> check(Path file, Map<String, String> environment) {
        return loader().check(file, Variables.of(environment));
    }

    private static Loader<Settings, Sections> loader() {
        return new Loader<>(Settings.class, Sections.class, CrossChecks::complaints);
    }
}
