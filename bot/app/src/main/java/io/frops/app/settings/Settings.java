package io.frops.app.settings;

import io.frops.core.incident.IncidentRules;
import io.frops.core.incident.Severity;
import io.frops.core.oncall.People;
import io.frops.core.platform.Services;
import io.frops.core.settings.Default;
import io.frops.integrations.alertmanager.AlertmanagerSettings;
import io.frops.integrations.http.ProbeSettings;
import io.frops.integrations.kubernetes.KubernetesSettings;
import io.frops.integrations.mongo.MongoSettings;
import io.frops.integrations.otlp.TracingSettings;
import io.frops.integrations.slack.SlackSettings;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// Everything in `frops.yaml`; `config/frops.yaml` explains each key.
///
/// @param escalation by severity, how long after the opening levels 1, 2, ... are paged; no times
///   mean level 1 on the next business day
/// @param timeZone local time shown beside UTC
public record Settings(
        ServerSettings server,
        SlackSettings slack,
        MongoSettings state,
        List<AlertmanagerSettings> alertmanagers,
        RoutingSettings routing,
        SeveritySettings severity,
        IncidentSettings incidents,
        @Default("{SEV1: [0m, 5m, 15m, 30m], SEV2: [0m, 15m, 45m], SEV3: [0m], SEV4: []}")
                Map<Severity, List<Duration>> escalation,
        AccessSettings access,
        List<PersonSettings> people,
        List<ServiceSettings> services,
        KubernetesSettings kubernetes,
        ProbeSettings probes,
        LoggingSettings logging,
        TracingSettings tracing,
        @Default("UTC") ZoneId timeZone) {
    public Settings {
        alertmanagers = List.copyOf(alertmanagers);
        escalation = Map.copyOf(escalation);
        people = List.copyOf(people);
        services = List.copyOf(services);
    }

    /// When an incident reopens, ends, escalates and is late; what the file leaves out is the
    /// guide's.
    public IncidentRules rules() {
        return incidents.rules(escalation);
    }

    /// Who answers, as the domain knows them.
    public People answering() {
        return new People(people.stream().map(PersonSettings::person).toList());
    }

    /// The platform's services as the domain knows them.
    public Services platform() {
        return new Services(
                services.stream().map(service -> service.service(kubernetes.namespace())).toList());
    }
}
