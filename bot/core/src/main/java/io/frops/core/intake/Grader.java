package io.frops.core.intake;

import io.frops.core.alert.Alert;
import io.frops.core.incident.GradedAlert;
import io.frops.core.incident.SeverityRules;
import io.frops.core.platform.Services;

/// Says how severe an alert is and which service it speaks of.
public final class Grader {
    private final SeverityRules severities;
    private final Services services;

    public Grader(SeverityRules severities, Services services) {
        this.severities = severities;
        this.services = services;
    }

    GradedAlert grade(Alert alert) {
        SeverityRules.Graded graded = severities.of(alert);
        return new GradedAlert(
                alert, graded.severity(), graded.basis(), services.of(alert.labels()));
    }
}
