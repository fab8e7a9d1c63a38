package io.frops.app.cards;

import io.frops.app.observe.Meters;
import io.frops.core.chat.ChatRoom;
import io.frops.core.failure.IntegrationException;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.IncidentStore;
import io.frops.core.notify.CardStore;
import io.frops.core.store.KeyStore;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The storms, from the first incident too many to the last one resolved. For one thread, but for
/// what it tells.
public final class StormWatch {
    private static final Logger LOG = LoggerFactory.getLogger(StormWatch.class);

    private final Storms storms;
    private final StormKeeper keeper;
    private final StormEnd end;
    private final Pace pace;
    private final InstantSource clock;
    private final Meters meters;
    private volatile List<StormTold> told = List.of();

    /// @param nonces fresh texts that are nowhere else
    public StormWatch(
            IncidentStore incidents,
            CardStore rows,
            KeyStore keys,
            ChatRoom chat,
            StormView view,
            Channels channels,
            AskedCards asked,
            Lag lag,
            Pace pace,
            Meters meters,
            InstantSource clock,
            Supplier<String> nonces) {
        storms = new Storms(incidents, rows, keys, channels, lag, asked, clock, nonces);
        keeper = new StormKeeper(keys, chat, view, channels, pace, meters, clock, nonces);
        end = new StormEnd(keeper, incidents, keys, chat, view, pace, asked, clock);
        this.pace = pace;
        this.meters = meters;
        this.clock = clock;
    }

    void load() {
        storms.load();
    }

    boolean takes(Sighting sighting) {
        return storms.takes(sighting);
    }

    void own(IncidentId id) {
        storms.own(id);
    }

    /// One round.
    void keep() {
        storms.all().forEach(this::keep);
        told = storms.all().stream().map(StormState::told).toList();
    }

    /// As of the last round. From any thread.
    public List<StormTold> told() {
        return told;
    }

    private void keep(StormState storm) {
        if (storm.notBefore.isAfter(clock.instant())) {
            return;
        }
        pace.begin();
        try {
            end.calm(storm);
            keeper.draw(storm);
            if (end.after(storm)) {
                storms.forget(storm);
            }
        } catch (IntegrationException e) {
            keeper.failed(storm, e);
        } catch (RuntimeException e) {
            // A bug with one card must not starve the others.
            meters.alarm("card-failed");
            storm.notBefore = clock.instant().plusSeconds(30);
            LOG.error("The storm's card cannot be drawn; it is tried again", e);
        }
    }
}
