package io.frops.app.cards;

import io.frops.core.chat.ChatRoom;
import io.frops.core.chat.MessageRef;
import io.frops.core.failure.IntegrationException;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.IncidentStore;
import io.frops.core.notify.Storm;
import io.frops.core.notify.StormMember;
import io.frops.core.store.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What goes with a storm's card: the list in its thread, the marks that its incidents are shown,
/// and its end. For one thread.
final class StormEnd {
    private static final Logger LOG = LoggerFactory.getLogger(StormEnd.class);

    /// A burst is mostly in when its first list is made.
    private static final Duration FIRST_LIST = Duration.ofSeconds(10);

    private static final Duration BETWEEN_LISTS = Duration.ofMinutes(1);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);
    private static final int MARKED_AT_ONCE = 200;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

    private final StormKeeper keeper;
    private final IncidentStore incidents;
    private final KeyStore keys;
    private final ChatRoom chat;
    private final StormView view;
    private final Pace pace;
    private final AskedCards asked;
    private final InstantSource clock;

    StormEnd(
            StormKeeper keeper,
            IncidentStore incidents,
            KeyStore keys,
            ChatRoom chat,
            StormView view,
            Pace pace,
            AskedCards asked,
            InstantSource clock) {
        this.keeper = keeper;
        this.incidents = incidents;
        this.keys = keys;
        this.chat = chat;
        this.view = view;
        this.pace = pace;
        this.asked = asked;
        this.clock = clock;
    }

    /// Ends it when it was calm for long enough.
    void calm(StormState storm) {
        Instant now = clock.instant();
        Instant over = storm.busy().plus(Storm.CALM);
        if (storm.row().ended() == null && !over.isAfter(now)) {
            LOG.info("The storm for {} is over", storm.row().channel());
            keeper.write(storm, storm.row().ended(now));
            storm.change();
        }
    }

    /// @return whether nothing is left to do, ever
    boolean after(StormState storm) {
        mark(storm);
        storm.row().message().ifPresent(root -> list(storm, root));
        if (storm.row().ended() != null && !storm.row().handed() && !storm.changed()) {
            handOut(storm);
        }
        return storm.settled() && keys.remove(storm.row().key(), storm.row().version());
    }

    /// The incidents that the card shows lag no more. A few hundred each round: nobody waits for
    /// it.
    private void mark(StormState storm) {
        Map<IncidentId, Long> some = storm.shown(MARKED_AT_ONCE);
        if (!some.isEmpty()) {
            incidents.shown(some);
            storm.marked(some);
        }
    }

    private void list(StormState storm, MessageRef root) {
        Instant now = clock.instant();
        if (!storm.mayFile(now) || !listDue(storm, now)) {
            return;
        }
        Storm picture = storm.storm();
        if (!pace.take(Pace.FILE, "")) {
            return;
        }
        try {
            String title = "All %d incidents, %s UTC".formatted(picture.total(), CLOCK.format(now));
            pace.within(
                    Pace.FILE,
                    () -> {
                        chat.file(root, "storm.csv", title, view.list(picture));
                        return root;
                    });
            boolean first = storm.row().filed() == null;
            keeper.write(storm, storm.row().filed(now));
            storm.filed(picture.total(), first);
        } catch (IntegrationException e) {
            storm.refused(now.plus(AFTER_FAILURE));
            LOG.warn("The list of the storm's incidents waits: {}", e.safeMessage());
        }
    }

    private static boolean listDue(StormState storm, Instant now) {
        StormRow row = storm.row();
        Instant filed = row.filed();
        if (storm.total() <= Storm.NAMED) {
            return false;
        }
        if (filed == null) {
            return !row.began().plus(FIRST_LIST).isAfter(now);
        }
        Instant ended = row.ended();
        boolean last = ended != null && filed.isBefore(ended);
        boolean grown = ended == null && storm.total() > storm.listed();
        return last || (grown && !filed.plus(BETWEEN_LISTS).isAfter(now));
    }

    /// The worst that are still open get cards of their own; the rest when somebody asks.
    private void handOut(StormState storm) {
        List<IncidentId> worst =
                storm.storm().active().stream()
                        .filter(m -> !m.own())
                        .limit(Storm.HANDED)
                        .map(StormMember::id)
                        .toList();
        worst.forEach(id -> asked.ask(id, Urgency.STATE));
        keeper.write(storm, storm.row().handedOut());
    }
}
