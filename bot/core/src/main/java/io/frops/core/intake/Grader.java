package io.frops.core.intake;

import io.frops.core.alert.Alert;
import io.frops.core.failure.Redaction;
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

    /// Grades an alert, with secrets taken out of what it says: an annotation may quote a log line.
    public GradedAlert grade(Alert told) {
        Alert alert =
                new Alert(
                        told.key(),
                        Redaction.ofValues(told.labels()),
                        Redaction.ofValues(told.annotations()),
                        told.endsAt(),
                        Redaction.of(told.generatorUrl()));
        SeverityRules.Graded graded = severities.of(alert);
        return new GradedAlert(
                alert,
                graded.severity(),
                graded.basis(),
                services.of(alert.labels()),
                graded.because());
    }
}
