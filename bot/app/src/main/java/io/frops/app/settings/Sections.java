package io.frops.app.settings;

import io.frops.core.incident.Severity;
import io.frops.integrations.alertmanager.AlertmanagerSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The sections of [Settings] that are compared with each other; one that is itself mistaken is
/// empty.
record Sections(
        Optional<List<AlertmanagerSettings>> alertmanagers,
        Optional<RoutingSettings> routing,
        Optional<Map<Severity, List<Duration>>> escalation,
        Optional<AccessSettings> access,
        Optional<List<PersonSettings>> people,
        Optional<List<ServiceSettings>> services) {}
