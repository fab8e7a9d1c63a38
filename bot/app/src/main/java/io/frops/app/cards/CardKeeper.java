package io.frops.app.cards;

import io.frops.core.chat.ChannelId;
import io.frops.core.chat.ChatRoom;
import io.frops.core.chat.Message;
import io.frops.core.chat.MessageRef;
import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.IntegrationException.Kind;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.IncidentStore;
import io.frops.core.incident.StoredIncident;
import io.frops.core.notify.CardRow;
import io.frops.core.notify.CardStore;
import io.frops.core.store.Bounded;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps one incident's card and thread as the incident is. A row written before each post, and a
/// nonce in the message's metadata, keep the card single across crashes and unknown outcomes. For
/// one thread.
public final class CardKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(CardKeeper.class);

    /// A message's time stamp is Slack's clock: look a little further back than ours.
    static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    /// Far more rows than wait for their post at a time. One that is forgotten costs a look into
    /// the channel.
    private static final int MOST_UNPOSTED = 1000;

    private final IncidentStore incidents;
    private final CardStore rows;
    private final ChatRoom chat;
    private final CardView view;
    private final Channels channels;
    private final Threads threads;
    private final Pace pace;
    private final CardSpans spans;
    private final InstantSource clock;
    private final Supplier<String> nonces;

    /// Nonces of rows that this process knows not to be in the channel: they are posted without a
    /// look.
    private final Set<String> unposted = Bounded.set(MOST_UNPOSTED);

    /// Nonces of cards posted in this turn.
    private final Set<String> fresh = new HashSet<>();

    public CardKeeper(
            IncidentStore incidents,
            CardStore rows,
            ChatRoom chat,
            CardView view,
            Channels channels,
            Pace pace,
            InstantSource clock,
            Supplier<String> nonces) {
        this.incidents = incidents;
        this.rows = rows;
        this.chat = chat;
        this.view = view;
        this.channels = channels;
        this.clock = clock;
        this.nonces = nonces;
        this.pace = pace;
        spans = new CardSpans(pace, clock);
        threads = new Threads(rows, chat, view, pace, spans);
    }

    /// How far an incident's card and thread have come.
    enum Shown {
        /// Neither shows this version.
        NOTHING,
        /// The card does; its thread does not tell everything yet.
        CARD,
        ALL
    }

    /// @throws IntegrationException when Slack or the store failed; nothing is lost, try again
    Shown bringUpToDate(StoredIncident stored) {
        // Only the last card of an incident says what its first events tell.
        StoredIncident incident = stored.state().resolved() ? incidents.whole(stored) : stored;
        CardRow row = posted(incident);
        if (row == null) {
            return Shown.NOTHING;
        }
        if (fresh.remove(row.nonce())) {
            // Other cards first: posts and replies share a channel's pace.
            return Shown.CARD;
        }
        row = updated(incident, row);
        if (row == null) {
            return Shown.NOTHING;
        }
        boolean more = row.threaded() < incident.lastSeq();
        boolean told = threads.told(more ? incidents.whole(incident) : incident, row);
        return told && incidents.shown(incident.id(), incident.version()) ? Shown.ALL : Shown.CARD;
    }

    /// The row of a card that is posted; absent when it must wait.
    private @Nullable CardRow posted(StoredIncident incident) {
        List<CardRow> known = rows.of(incident.id());
        Optional<CardRow> there = known.stream().filter(r -> r.ts() != null).findFirst();
        if (there.isPresent()) {
            return there.get();
        }
        ChannelId channel = channels.of(incident);
        CardRow row =
                known.stream().filter(r -> r.channel().equals(channel)).findFirst().orElse(null);
        if (row == null) {
            if (!pace.free(Pace.POST, channel.value())) {
                return null;
            }
            long told = known.stream().mapToLong(CardRow::threaded).max().orElse(0);
            row = CardRow.moved(incident.id(), channel, nonces.get(), told);
            if (!rows.insert(row)) {
                return null;
            }
            unposted.add(row.nonce());
        }
        return unposted.contains(row.nonce()) ? post(incident, row) : adopted(incident, row);
    }

    /// A post whose outcome we never learned: is it there? If not, the next round posts it.
    private @Nullable CardRow adopted(StoredIncident incident, CardRow row) {
        if (!pace.take(Pace.FIND, "")) {
            return null;
        }
        Instant since = incident.state().subject().openedAt().minus(CLOCKS_DIFFER);
        Optional<MessageRef> found =
                spans.card(
                        "find",
                        incident,
                        row,
                        Pace.FIND,
                        () -> chat.find(row.channel(), row.nonce(), since));
        if (found.isEmpty()) {
            unposted.add(row.nonce());
            return null;
        }
        LOG.info("The card of {} was posted before; it is adopted", incident.id());
        CardRow posted = row.posted(found.get().ts(), 0);
        return rows.replace(posted) ? posted : null;
    }

    private @Nullable CardRow post(StoredIncident incident, CardRow row) {
        if (!pace.take(Pace.POST, row.channel().value())) {
            return null;
        }
        Message card = view.card(incident, clock.instant());
        try {
            MessageRef message =
                    spans.card("post", incident, row, Pace.POST, () -> postOrPlain(row, card));
            unposted.remove(row.nonce());
            CardRow posted = row.posted(message.ts(), incident.version());
            if (!rows.replace(posted)) {
                withdraw(row, message);
                return null;
            }
            fresh.add(row.nonce());
            threads.fresh(incident.id());
            channels.used(incident, row.channel());
            return posted;
        } catch (IntegrationException e) {
            if (mayHaveArrived(e)) {
                unposted.remove(row.nonce());
            }
            if (e.kind() == Kind.NOT_USABLE || e.kind() == Kind.NOT_FOUND) {
                channels.broken(incident.id(), row.channel(), e.safeMessage());
            }
            throw e;
        }
    }

    /// Another replica took over while this one was paused in its post, found nothing, and posted
    /// too. The one in the row stays.
    private void withdraw(CardRow row, MessageRef message) {
        boolean other =
                rows.of(row.incident()).stream()
                        .flatMap(r -> r.message().stream())
                        .anyMatch(kept -> !kept.equals(message));
        if (other) {
            LOG.warn("The card of {} was posted twice; this one is taken away", row.incident());
            chat.remove(message);
        }
    }

    /// Whether a failed post may be in the channel all the same.
    private static boolean mayHaveArrived(IntegrationException e) {
        return e.kind() == Kind.TIMEOUT || e.kind() == Kind.UNAVAILABLE;
    }

    /// A card that Slack does not take is posted as plain text: better plain than missing.
    private MessageRef postOrPlain(CardRow row, Message card) {
        try {
            return chat.post(row.channel(), card, row.nonce());
        } catch (IntegrationException e) {
            if (e.kind() != Kind.INVALID) {
                throw e;
            }
            LOG.error("Slack refused the card of {}: {}", row.incident(), e.safeMessage());
            return chat.post(row.channel(), Message.of(card.text()), row.nonce());
        }
    }

    private @Nullable CardRow updated(StoredIncident incident, CardRow row) {
        MessageRef message = row.message().orElseThrow();
        if (row.shownVersion() >= incident.version()) {
            return row;
        }
        if (!pace.take(Pace.UPDATE, "")) {
            return null;
        }
        try {
            spans.card(
                    "update",
                    incident,
                    row,
                    Pace.UPDATE,
                    () -> {
                        chat.update(message, view.card(incident, clock.instant()));
                        return message;
                    });
        } catch (IntegrationException e) {
            if (e.kind() != Kind.NOT_FOUND && e.kind() != Kind.NOT_USABLE) {
                throw e;
            }
            gone(incident.id(), row, e);
            return null;
        }
        CardRow shown = row.showing(incident.version());
        return rows.replace(shown) ? shown : null;
    }

    /// Somebody deleted the card, or its channel is closed: it is posted anew.
    private void gone(IncidentId id, CardRow row, IntegrationException e) {
        LOG.warn("The card of {} is gone ({}); it is posted again", id, e.safeMessage());
        if (e.kind() == Kind.NOT_USABLE) {
            channels.broken(id, row.channel(), e.safeMessage());
        }
        String nonce = nonces.get();
        CardRow anew =
                new CardRow(id, row.channel(), row.version() + 1, nonce, null, 0, row.threaded());
        if (rows.replace(anew)) {
            unposted.add(nonce);
        }
    }
}
