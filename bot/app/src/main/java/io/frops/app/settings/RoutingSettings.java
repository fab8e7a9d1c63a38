package io.frops.app.settings;

import io.frops.core.incident.Severity;
import io.frops.core.notify.Routes;
import io.frops.core.platform.ServiceName;
import io.frops.core.settings.Default;
import java.util.EnumMap;
import java.util.HashMap;
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

    /// The same as the domain knows it.
    public Routes routes() {
        Map<Severity, String> severities = new EnumMap<>(Severity.class);
        bySeverity.forEach((severity, channel) -> severities.put(severity, channel.value()));
        Map<String, String> services = new HashMap<>();
        byService.forEach((service, channel) -> services.put(service.value(), channel.value()));
        return new Routes(
                defaultChannel.value(),
                severities,
                services,
                fallbackChannel.orElse(defaultChannel).value());
    }
}
