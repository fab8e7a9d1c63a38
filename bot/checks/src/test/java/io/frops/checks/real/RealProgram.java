package io.frops.checks.real;

import java.util.List;

/// A program that some tests run for real.
public enum RealProgram {
    PROMETHEUS("FROPS_TEST_PROMETHEUS_BIN", "prometheus", "prometheus"),
    ALERTMANAGER(
            "FROPS_TEST_ALERTMANAGER_BIN",
            "prometheus-alertmanager",
            "prometheus-alertmanager alertmanager"),
    CHROMIUM("FROPS_TEST_CHROMIUM_BIN", "chromium", "chromium chromium-browser google-chrome"),
    CHROMEDRIVER("FROPS_TEST_CHROMEDRIVER_BIN", "chromium-driver", "chromedriver");

    private final String variable;
    private final String debianPackage;
    private final String fileNames;

    RealProgram(String variable, String debianPackage, String fileNames) {
        this.variable = variable;
        this.debianPackage = debianPackage;
        this.fileNames = fileNames;
    }

    /// The environment variable that names another copy of it, such as a newer release.
    String variable() {
        return variable;
    }

    List<String> fileNames() {
        return List.of(fileNames.split(" "));
    }

    String advice() {
        return "%s is not there: `apt-get install %s`, or set %s to its path"
                .formatted(fileNames().getFirst(), debianPackage, variable);
    }
}
