package io.frops.app.cards;

import io.frops.app.observe.Meters;
import io.frops.core.chat.ChannelId;
import io.frops.core.chat.ChatRoom;
import io.frops.core.chat.MessageRef;
import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.IntegrationException.Kind;
import io.frops.core.notify.Storm;
import io.frops.core.store.Bounded;
import io.frops.core.store.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a storm's card as the storm is. A row written before each post, and a nonce in the
/// message's metadata, keep it single as they do a card. For one thread.
final class StormKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(StormKeeper.class);

    /// People cannot read faster, and edits share Slack's pace with all cards.
    private static final Duration BETWEEN = Duration.ofSeconds(3);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    /// One a channel waits for its post.
    private static final int MOST_UNPOSTED = 100;

    private final KeyStore keys;
    private final ChatRoom chat;
    private final StormView view;
    private final Channels channels;
    private final Pace pace;
    private final Meters meters;
    private final InstantSource clock;
    private final Supplier<String> nonces;

    /// Nonces that this process knows not to be in the channel; one that is forgotten costs a look.
    private final Set<String> unposted = Bounded.set(MOST_UNPOSTED);

    StormKeeper(
            KeyStore keys,
            ChatRoom chat,
            StormView view,
            Channels channels,
            Pace pace,
            Meters meters,
            InstantSource clock,
            Supplier<String> nonces) {
        this.keys = keys;
        this.chat = chat;
        this.view = view;
        this.channels = channels;
        this.pace = pace;
        this.meters = meters;
        this.clock = clock;
        this.nonces = nonces;
    }

    /// Draws the card if it is due and may be.
    ///
    /// @throws IntegrationException when Slack or the store failed; try again
    void draw(StormState storm) {
        Instant now = clock.instant();
        if (!storm.changed() || storm.drawn.plus(BETWEEN).isAfter(now)) {
            return;
        }
        Storm picture = storm.storm();
        if (storm.row().message().isEmpty()) {
            post(storm, picture);
        } else {
            update(storm, picture, storm.row().message().get());
        }
    }

    /// After a failure the others are not held up by this one.
    void failed(StormState storm, IntegrationException e) {
        storm.notBefore = clock.instant().plus(AFTER_FAILURE);
        if (e.kind() == Kind.DENIED) {
            meters.alarm("slack-denied");
        }
        LOG.warn("The storm's card for {} waits: {}", storm.row().channel(), e.safeMessage());
    }

    private void post(StormState storm, Storm picture) {
        StormRow row = storm.row();
        boolean unknown = row.place() != null && !unposted.contains(row.nonce());
        ChannelId place = row.place() == null ? channels.named(row.channel()) : row.place();
        if (unknown && !adopted(storm, place)) {
            return;
        }
        if (storm.row().message().isPresent() || !pace.free(Pace.POST, place.value())) {
            return;
        }
        if (row.place() == null) {
            unposted.add(row.nonce());
            if (!write(storm, row.posting(place, row.nonce()))) {
                return;
            }
        }
        if (pace.take(Pace.POST, place.value())) {
            posted(storm, picture, place);
        }
    }

    private void posted(StormState storm, Storm picture, ChannelId place) {
        StormRow row = storm.row();
        try {
            MessageRef message =
                    pace.within(Pace.POST, () -> chat.post(place, view.card(picture), row.nonce()));
            unposted.remove(row.nonce());
            if (write(storm, counting(row, picture).posted(message.ts()))) {
                storm.drawn(clock.instant());
            }
        } catch (IntegrationException e) {
            if (e.kind() == Kind.TIMEOUT || e.kind() == Kind.UNAVAILABLE) {
                unposted.remove(row.nonce());
            }
            if (e.kind() == Kind.NOT_USABLE || e.kind() == Kind.NOT_FOUND) {
                channels.broken(place, e.safeMessage());
                anew(storm);
            }
            throw e;
        }
    }

    /// @return whether it is known now whether the card is there
    private boolean adopted(StormState storm, ChannelId place) {
        if (!pace.take(Pace.FIND, "")) {
            return false;
        }
        StormRow row = storm.row();
        Instant since = row.began().minus(CardKeeper.CLOCKS_DIFFER);
        var found = pace.within(Pace.FIND, () -> chat.find(place, row.nonce(), since));
        if (found.isEmpty()) {
            unposted.add(row.nonce());
            return true;
        }
        LOG.info("The storm's card for {} was posted before; it is adopted", row.channel());
        return write(storm, row.posted(found.get().ts()));
    }

    private void update(StormState storm, Storm picture, MessageRef message) {
        if (!pace.take(Pace.UPDATE, "")) {
            return;
        }
        try {
            pace.within(
                    Pace.UPDATE,
                    () -> {
                        chat.update(message, view.card(picture));
                        return message;
                    });
        } catch (IntegrationException e) {
            if (e.kind() != Kind.NOT_FOUND && e.kind() != Kind.NOT_USABLE) {
                throw e;
            }
            LOG.warn("The storm's card is gone ({}); it is posted again", e.safeMessage());
            anew(storm);
            return;
        }
        StormRow counted = counting(storm.row(), picture);
        if (counted.equals(storm.row()) || write(storm, counted)) {
            storm.drawn(clock.instant());
        }
    }

    private void anew(StormState storm) {
        write(storm, storm.row().posting(null, nonces.get()));
    }

    private static StormRow counting(StormRow row, Storm picture) {
        return row.counting(picture.total(), picture.busy());
    }

    /// @return false when somebody else wrote it: then theirs counts
    boolean write(StormState storm, StormRow next) {
        if (keys.put(next.key(), next.version(), next.fields(), null)) {
            storm.row(next.next());
            return true;
        }
        keys.get(next.key()).map(StormRow::of).ifPresent(storm::row);
        storm.change();
        return false;
    }
}
