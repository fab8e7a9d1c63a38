package io.frops.core.incident;

import io.frops.core.alert.Alert;
import org.jspecify.annotations.Nullable;

/// An alert with what the configuration makes of it.
///
/// @param because what decided the severity, for people: the label with its value, or the rule with
///   its matchers, as the configuration was then; absent when it was stored before this was kept
public record GradedAlert(
        Alert alert, Severity severity, Basis basis, String service, @Nullable String because) {
    public GradedAlert(Alert alert, Severity severity, Basis basis, String service) {
        this(alert, severity, basis, service, null);
    }
}
