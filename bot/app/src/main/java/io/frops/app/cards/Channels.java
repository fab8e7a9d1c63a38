package io.frops.app.cards;

import io.frops.app.observe.Meters;
import io.frops.core.access.Actor;
import io.frops.core.chat.ChannelId;
import io.frops.core.chat.ChatRoom;
import io.frops.core.failure.IntegrationException;
import io.frops.core.incident.Badge;
import io.frops.core.incident.Change;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Incidents;
import io.frops.core.incident.Severity;
import io.frops.core.incident.StoredIncident;
import io.frops.core.notify.Routes;
import io.frops.core.store.Bounded;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the channel of an incident's card, and another one where people will see it when the first
/// cannot be used. For one thread.
public final class Channels {
    private static final Logger LOG = LoggerFactory.getLogger(Channels.class);

    /// After this a channel that could not be used is tried again.
    private static final Duration AVOIDED = Duration.ofMinutes(10);

    /// Of a storm whose channel is closed. What is forgotten is warned of again: the badge is there
    /// already, and only the log has one line more.
    private static final int MOST_WARNED = 10_000;

    private final Routes routes;
    private final ChatRoom chat;
    private final Incidents incidents;
    private final Meters meters;
    private final InstantSource clock;
    private final Map<ChannelId, Instant> avoided = new HashMap<>();

    /// What was warned of: once for each incident and channel, or the thread would grow with each
    /// attempt.
    private final Set<String> warned = Bounded.set(MOST_WARNED);

    public Channels(
            Routes routes, ChatRoom chat, Incidents incidents, Meters meters, InstantSource clock) {
        this.routes = routes;
        this.chat = chat;
        this.incidents = incidents;
        this.meters = meters;
        this.clock = clock;
    }

    /// Where the routing sends an incident, by name.
    String routed(String service, Severity severity) {
        return routes.channel(service, severity);
    }

    /// The incident's own channel, else the default, else the fallback: the first that exists and
    /// can be used.
    ///
    /// @throws IntegrationException when none can be used, naming them
    ChannelId of(StoredIncident incident) {
        String own = routed(incident.state().subject().service(), incident.state().severity());
        return usable(own, (name, why) -> warn(incident.id(), name, why));
    }

    /// The same for whatever goes to a channel by this name.
    ChannelId named(String own) {
        return usable(own, (name, why) -> LOG.error("{} cannot be used: {}", name, why));
    }

    private ChannelId usable(String own, BiConsumer<String, String> warn) {
        List<String> wanted =
                Stream.of(own, routes.defaultChannel(), routes.fallback()).distinct().toList();
        for (String name : wanted) {
            Optional<ChannelId> channel = chat.channel(name);
            if (channel.isEmpty()) {
                warn.accept(name, "Slack has no such channel that the bot can see");
            } else if (usable(channel.get())) {
                return channel.get();
            }
        }
        meters.alarm("no-channel");
        throw new IntegrationException(
                "Slack",
                IntegrationException.Kind.NOT_USABLE,
                "no channel can be used, of "
                        + String.join(", ", wanted)
                        + ": create one, invite the bot, or change routing in frops.yaml",
                null);
    }

    /// A storm's card could not be posted there.
    void broken(ChannelId channel, String why) {
        avoided.put(channel, clock.instant().plus(AVOIDED));
        meters.alarm("channel-unusable");
        LOG.error("A storm's card cannot go to {}: {}", channel, why);
    }

    /// A card was posted there. In its own channel it is routed as it should be.
    void used(StoredIncident incident, ChannelId channel) {
        String own =
                routes.channel(incident.state().subject().service(), incident.state().severity());
        if (incident.state().has(Badge.Kind.UNROUTED)
                && chat.channel(own).equals(Optional.of(channel))) {
            warned.removeIf(w -> w.startsWith(incident.id() + " "));
            incidents.change(
                    incident.id(), null, new Change.Lift(Badge.Kind.UNROUTED, Actor.bot()));
        }
    }

    /// A channel turned out not to be usable.
    void broken(IncidentId id, ChannelId channel, String why) {
        avoided.put(channel, clock.instant().plus(AVOIDED));
        warn(id, channel.value(), why);
    }

    private boolean usable(ChannelId channel) {
        return !avoided.getOrDefault(channel, Instant.EPOCH).isAfter(clock.instant());
    }

    /// An alarm for whoever looks after the bot, and a badge for whoever reads the card where it
    /// went instead.
    private void warn(IncidentId id, String channel, String why) {
        if (!warned.add(id + " " + channel)) {
            return;
        }
        meters.alarm("channel-unusable");
        LOG.error("The card of {} cannot go to {}: {}", id, channel, why);
        incidents.change(
                id, null, new Change.Warn(new Badge(Badge.Kind.UNROUTED, channel + ": " + why)));
    }
}
