package io.frops.app.cards;

import io.frops.core.chat.ChatRoom;
import io.frops.core.chat.MessageRef;
import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.IntegrationException.Kind;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.StoredIncident;
import io.frops.core.notify.CardRow;
import io.frops.core.notify.CardStore;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Tells each event once in its card's thread. A reply carries `INC-42/seq`, by which one that was
/// posted just before a crash is known. For one thread.
final class Threads {
    private final CardStore rows;
    private final ChatRoom chat;
    private final CardView view;
    private final Pace pace;

    /// Incidents whose thread this process knows to be as its row says.
    private final Set<IncidentId> certain = new HashSet<>();

    Threads(CardStore rows, ChatRoom chat, CardView view, Pace pace) {
        this.rows = rows;
        this.chat = chat;
        this.view = view;
        this.pace = pace;
    }

    /// @return whether the thread tells every event
    boolean told(StoredIncident incident, CardRow row) {
        MessageRef root = row.message().orElseThrow();
        CardRow at = row;
        Set<String> there =
                at.threaded() < incident.lastSeq() ? there(incident.id(), root) : Set.of();
        while (at.threaded() < incident.lastSeq()) {
            long seq = Math.max(at.threaded() + 1, incident.firstSeq());
            IncidentEvent event = incident.events().get((int) (seq - incident.firstSeq()));
            String nonce = incident.id() + "/" + seq;
            if (!there.contains(nonce) && !reply(incident, root, event, nonce)) {
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

    private Set<String> there(IncidentId id, MessageRef root) {
        return certain.contains(id) ? Set.of() : chat.replies(root);
    }

    private boolean reply(
            StoredIncident incident, MessageRef root, IncidentEvent event, String nonce) {
        Optional<CardView.Line> line = view.line(incident, event);
        if (line.isEmpty()) {
            return true;
        }
        if (!pace.take(Pace.POST, root.channel().value())) {
            return false;
        }
        try {
            chat.reply(root, line.get().message(), nonce, line.get().broadcast());
            return true;
        } catch (IntegrationException e) {
            certain.remove(incident.id());
            Duration retryAfter = e.retryAfter();
            if (e.kind() == Kind.RATE_LIMITED && retryAfter != null) {
                pace.pause(Pace.POST, retryAfter);
            }
            throw e;
        }
    }
}
