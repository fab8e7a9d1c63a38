package io.frops.commands.incident;

import io.frops.core.incident.IncidentRules;
import io.frops.core.oncall.People;
import io.frops.core.platform.Services;

/// What a card needs to know besides its incident.
public record CardContext(IncidentRules rules, Services services, People people) {}
