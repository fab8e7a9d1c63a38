package io.frops.app.doctor;

import io.frops.app.serve.ConfigOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `frops doctor` was told.
///
/// @param config the settings file
record DoctorOptions(Path config, boolean json, boolean sendTest) {
    /// @return empty when the arguments are wrong
    static Optional<DoctorOptions> of(List<String> arguments, Map<String, String> environment) {
        List<String> others = new ArrayList<>(arguments);
        boolean json = others.remove("--json");
        boolean sendTest = others.remove("--send-test");
        return ConfigOption.of(others, environment)
                .map(config -> new DoctorOptions(config, json, sendTest));
    }
}
