package io.frops.sandbox.alertmanager;

/// Which Alertmanager is imitated, where releases differ.
public enum Release {
    V0_25("0.25.0"),
    /// Gives a reason with each notification, knows muting by time, and answers 404 to an unknown
    /// silence.
    V0_34("0.34.2");

    private final String version;

    Release(String version) {
        this.version = version;
    }

    String version() {
        return version;
    }
}
