package io.frops.app.cards;

import io.frops.core.chat.ChatRoom;
import io.frops.core.chat.MessageRef;
import io.frops.core.incident.IncidentId;
import io.frops.core.notify.CardDesk;
import io.frops.core.observe.Fanout;
import io.frops.core.store.KeyStore;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Which incidents get cards of their own because somebody asked. Kept until the card is posted, so
/// that neither a crash nor another replica loses the wish.
public final class AskedCards implements CardDesk {
    private static final String PREFIX = "card/";
    private static final String URGENCY = "urgency";

    /// A link is a courtesy: nobody waits long for it.
    private static final Duration LINK_WITHIN = Duration.ofMillis(800);

    private final KeyStore keys;
    private final ChatRoom chat;
    private final Queue<Wish> fresh = new ConcurrentLinkedQueue<>();

    record Wish(IncidentId id, Urgency urgency) {}

    public AskedCards(KeyStore keys, ChatRoom chat) {
        this.keys = keys;
        this.chat = chat;
    }

    @Override
    public void ask(IncidentId id) {
        ask(id, Urgency.CLICK);
    }

    void ask(IncidentId id, Urgency urgency) {
        keys.put(PREFIX + id, KeyStore.ABSENT, Map.of(URGENCY, urgency.name()), null);
        fresh.add(new Wish(id, urgency));
    }

    @Override
    public Optional<URI> link(MessageRef message) {
        Callable<Optional<URI>> question = () -> chat.link(message);
        return switch (Fanout.ask(List.of(question), LINK_WITHIN).getFirst()) {
            case Fanout.Answer.Of<Optional<URI>>(var link) -> link;
            case Fanout.Answer.Late<Optional<URI>> _, Fanout.Answer.Threw<Optional<URI>> _ ->
                    Optional.empty();
        };
    }

    /// Those asked for in this process since the last time.
    List<Wish> fresh() {
        List<Wish> all = new ArrayList<>();
        for (Wish wish = fresh.poll(); wish != null; wish = fresh.poll()) {
            all.add(wish);
        }
        return all;
    }

    /// All that wait, whoever asked and at whichever replica.
    List<Wish> all() {
        return keys.startingWith(PREFIX).stream()
                .flatMap(e ->
                        IncidentId.parse(e.id().substring(PREFIX.length())).stream()
                                .map(id -> new Wish(id, urgency(e))))
                .toList();
    }

    /// Older versions kept none.
    private static Urgency urgency(KeyStore.Entry entry) {
        boolean person = Urgency.CLICK.name().equals(entry.fields().get(URGENCY));
        return person ? Urgency.CLICK : Urgency.STATE;
    }

    /// The card is there.
    void done(IncidentId id) {
        keys.get(PREFIX + id).ifPresent(e -> keys.remove(e.id(), e.version()));
    }
}
