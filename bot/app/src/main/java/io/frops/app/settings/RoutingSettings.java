package io.frops.app.settings;

import io.frops.core.incident.Severity;
import io.frops.core.platform.ServiceName;
import io.frops.core.settings.Default;
import java.util.Map;
import java.util.Optional;

/// Which channel an incident's card goes to: by severity first, then by service, else the default.
///
/// @param fallbackChannel takes the cards of a channel that is archived or gone; when absent, the
///   default channel does
public record RoutingSettings(
        @Default("#incidents") ChannelRef defaultChannel,
        Optional<ChannelRef> fallbackChannel,
        Map<Severity, ChannelRef> bySeverity,
        Map<ServiceName, ChannelRef> byService) {
    public RoutingSettings {
        bySeverity = Map.copyOf(bySeverity);
        byService = Map.copyOf(byService);
    }

    public ChannelRef channel(Severity severity, ServiceName service) {
        ChannelRef ofService = byService.getOrDefault(service, defaultChannel);
        return bySeverity.getOrDefault(severity, ofService);
    }

    public ChannelRef fallback() {
        return fallbackChannel.orElse(defaultChannel);
    }
}
