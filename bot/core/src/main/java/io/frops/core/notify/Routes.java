package io.frops.core.notify;

import io.frops.core.incident.Severity;
import java.util.Map;

/// Which channel an incident's card goes to, by the channel's name or id: its severity's, else its
/// service's, else the default.
///
/// @param fallback where a card goes when its channel cannot be used
public record Routes(
        String defaultChannel,
        Map<Severity, String> bySeverity,
        Map<String, String> byService,
        String fallback) {
    public Routes {
        bySeverity = Map.copyOf(bySeverity);
        byService = Map.copyOf(byService);
    }

    public String channel(String service, Severity severity) {
        String own = bySeverity.get(severity);
        return own != null ? own : byService.getOrDefault(service, defaultChannel);
    }
}
