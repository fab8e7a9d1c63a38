package io.frops.app.cards;

import io.frops.core.incident.IncidentId;
import io.frops.core.incident.IncidentStore;
import io.frops.core.incident.Lagging;
import io.frops.core.notify.CardStore;
import io.frops.core.notify.Storm;
import io.frops.core.notify.StormMember;
import io.frops.core.store.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sees a storm begin, and knows which incidents belong to which. For one thread.
final class Storms {
    private static final Logger LOG = LoggerFactory.getLogger(Storms.class);

    /// A new burst this soon after a storm's end is the same storm again.
    private static final Duration SAME = Duration.ofHours(1);

    private final IncidentStore incidents;
    private final CardStore rows;
    private final KeyStore keys;
    private final Channels channels;
    private final Lag lag;
    private final AskedCards asked;
    private final InstantSource clock;
    private final Supplier<String> nonces;
    private final Map<String, StormState> byChannel = new HashMap<>();
    private final Map<IncidentId, StormState> byIncident = new HashMap<>();
    private final Map<String, Burst> bursts = new HashMap<>();

    Storms(
            IncidentStore incidents,
            CardStore rows,
            KeyStore keys,
            Channels channels,
            Lag lag,
            AskedCards asked,
            InstantSource clock,
            Supplier<String> nonces) {
        this.incidents = incidents;
        this.rows = rows;
        this.keys = keys;
        this.channels = channels;
        this.lag = lag;
        this.asked = asked;
        this.clock = clock;
        this.nonces = nonces;
    }

    /// Reads everything anew from the store.
    void load() {
        byChannel.clear();
        byIncident.clear();
        bursts.clear();
        keys.startingWith(StormRow.PREFIX).stream()
                .map(StormRow::of)
                .forEach(row -> byChannel.put(row.channel(), new StormState(row)));
        if (byChannel.isEmpty()) {
            return;
        }
        Set<IncidentId> behind =
                incidents.behind().stream().map(Lagging::id).collect(Collectors.toSet());
        for (Lagging line : incidents.lines()) {
            StormMember member = StormMember.of(line);
            StormState storm = byChannel.get(channel(member));
            if (storm != null && storm.covers(member.openedAt())) {
                byIncident.put(member.id(), storm);
                storm.see(member, behind.contains(member.id()));
            }
        }
        rows.carded(byIncident.keySet()).forEach(this::own);
    }

    private String channel(StormMember member) {
        return channels.routed(member.service(), member.severity());
    }

    /// @return whether a storm's card shows it, so that it gets none of its own
    boolean takes(Sighting sighting) {
        StormMember seen = sighting.seen();
        String channel = channel(seen);
        StormState known =
                Optional.ofNullable(byIncident.get(seen.id()))
                        .orElseGet(() -> byChannel.get(channel));
        if (known != null && (byIncident.containsKey(seen.id()) || known.covers(seen.openedAt()))) {
            byIncident.put(seen.id(), known);
            return known.see(seen, true);
        }
        Burst burst = bursts.computeIfAbsent(channel, _ -> new Burst());
        return burst.add(seen) && begins(channel, burst);
    }

    /// @return whether it is one: old cards that changed again do not make a storm
    private boolean begins(String channel, Burst burst) {
        Set<IncidentId> ids = burst.all().stream().map(StormMember::id).collect(Collectors.toSet());
        Set<IncidentId> carded = rows.carded(ids);
        Instant old = clock.instant().minus(Storm.WINDOW);
        burst.forget(
                burst.all().stream()
                        .filter(m -> carded.contains(m.id()) && m.openedAt().isBefore(old))
                        .map(StormMember::id)
                        .toList());
        List<StormMember> all = burst.all();
        if (all.size() <= Storm.MOST) {
            return false;
        }
        StormState storm = state(channel, all);
        byChannel.put(channel, storm);
        bursts.remove(channel);
        for (StormMember member : all) {
            boolean own = carded.contains(member.id());
            byIncident.put(member.id(), storm);
            if (storm.see(own ? member.withOwn() : member, true)) {
                lag.drop(member.id());
            }
        }
        LOG.warn("More than {} new incidents a minute for {}: a storm", Storm.MOST, channel);
        return true;
    }

    private StormState state(String channel, List<StormMember> all) {
        Instant began =
                all.stream().map(StormMember::openedAt).min(Instant::compareTo).orElseThrow();
        Instant busy =
                all.stream().map(StormMember::openedAt).max(Instant::compareTo).orElseThrow();
        StormState before = byChannel.get(channel);
        StormRow fresh = StormRow.begun(channel, began, busy, nonces.get());
        if (before == null) {
            return new StormState(fresh);
        }
        Instant ended = before.row().ended();
        if (ended != null && began.isBefore(ended.plus(SAME))) {
            before.row(before.row().again(busy, nonces.get()));
            before.change();
            return before;
        }
        // Nothing will draw the old card again: what it stood for stands for itself.
        for (StormMember member : before.members()) {
            byIncident.remove(member.id());
            if (member.active() && !member.own()) {
                asked.ask(member.id(), Urgency.STATE);
            }
        }
        return new StormState(fresh.after(before.row().version()));
    }

    /// An incident gets a card of its own.
    void own(IncidentId id) {
        Optional.ofNullable(byIncident.get(id)).ifPresent(storm -> storm.own(id));
    }

    /// It is over and told.
    void forget(StormState storm) {
        byChannel.values().remove(storm);
        byIncident.values().removeIf(storm::equals);
    }

    Collection<StormState> all() {
        return List.copyOf(byChannel.values());
    }
}
