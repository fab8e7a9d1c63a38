package io.frops.app.cards;

import io.frops.core.chat.ChatRoom;
import io.frops.core.chat.MessageRef;
import io.frops.core.failure.IntegrationException;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.StoredIncident;
import io.frops.core.notify.CardRow;
import io.frops.core.notify.CardStore;
import io.frops.core.store.Bounded;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells each event once in its card's thread. A reply carries `INC-42/seq`, by which one that was
/// posted just before a crash is known. For one thread.
final class Threads {
    /// So many incidents' threads are remembered: those of a storm. One that is forgotten costs a
    /// look at its replies.
    private static final int MOST_CERTAIN = 10_000;

    private final CardStore rows;
    private final ChatRoom chat;
    private final CardView view;
    private final Pace pace;
    private final CardSpans spans;

    /// Incidents whose thread this process knows to be as its row says.
    private final Set<IncidentId> certain = Bounded.set(MOST_CERTAIN);

    Threads(CardStore rows, ChatRoom chat, CardView view, Pace pace, CardSpans spans) {
        this.rows = rows;
        this.chat = chat;
        this.view = view;
        this.pace = pace;
        this.spans = spans;
    }

    /// @return whether the thread tells every event
    boolean told(StoredIncident incident, CardRow row) {
        MessageRef root = row.message().orElseThrow();
        CardRow at = row;
        Set<String> there =
                at.threaded() < incident.lastSeq() ? there(incident.id(), root) : Set.of();
        if (there == null) {
            return false;
        }
        while (at.threaded() < incident.lastSeq()) {
            long seq = Math.max(at.threaded() + 1, incident.firstSeq());
            IncidentEvent event = incident.events().get((int) (seq - incident.firstSeq()));
            if (!there.contains(nonce(incident, seq)) && !reply(incident, at, seq, event)) {
                return false;
            }
            at = at.told(seq);
            if (!rows.replace(at)) {
                return false;
            }
        }
        certain.add(incident.id());
        return true;
    }

    /// The replies that may be there without our record of them; absent when the question must
    /// wait.
    private @Nullable Set<String> there(IncidentId id, MessageRef root) {
        if (certain.contains(id)) {
            return Set.of();
        }
        return pace.take(Pace.REPLIES, "")
                ? pace.within(Pace.REPLIES, () -> chat.replies(root))
                : null;
    }

    /// The card was posted just now: its thread is empty.
    void fresh(IncidentId id) {
        certain.add(id);
    }

    private static String nonce(StoredIncident incident, long seq) {
        return incident.id() + "/" + seq;
    }

    private boolean reply(StoredIncident incident, CardRow row, long seq, IncidentEvent event) {
        MessageRef root = row.message().orElseThrow();
        Optional<CardView.Line> line = view.line(incident, event);
        if (line.isEmpty()) {
            return true;
        }
        if (!pace.take(Pace.POST, root.channel().value())) {
            return false;
        }
        try {
            spans.reply(
                    incident,
                    row,
                    seq,
                    () ->
                            chat.reply(
                                    root,
                                    line.get().message(),
                                    nonce(incident, seq),
                                    line.get().broadcast()));
            return true;
        } catch (IntegrationException e) {
            certain.remove(incident.id());
            throw e;
        }
    }
}
