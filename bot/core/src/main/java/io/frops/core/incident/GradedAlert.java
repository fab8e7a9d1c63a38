package io.frops.core.incident;

import io.frops.core.alert.Alert;

/// An alert with what the configuration makes of it.
public record GradedAlert(Alert alert, Severity severity, Basis basis, String service) {}
