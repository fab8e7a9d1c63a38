package io.frops.commands.incident;

import io.frops.commands.say.Counts;
import io.frops.commands.say.Times;
import io.frops.core.chat.Text;
import io.frops.core.incident.Incident;
import io.frops.core.incident.Lagging;
import io.frops.core.incident.Phase;
import io.frops.core.incident.ReadOnlyIncident;
import io.frops.core.incident.StoredIncident;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The open incidents, verdict first. Pure.
final class IncidentList {
    private static final int MOST = 20;
    private static final int LONGEST_SUMMARY = 100;

    private IncidentList() {}

    /// @param worst the first of the open ones, in full
    /// @param readOnly those that a newer version wrote
    /// @param last the one that ended last, for when none is open
    static Text of(
            List<Lagging> open,
            List<StoredIncident> worst,
            List<ReadOnlyIncident> readOnly,
            Optional<StoredIncident> last,
            Instant now) {
        Text known = open.isEmpty() ? quiet(last, now) : known(open, worst, now);
        if (readOnly.isEmpty()) {
            return known;
        }
        return open.isEmpty() ? others(readOnly) : known.line().then(others(readOnly));
    }

    private static Text others(List<ReadOnlyIncident> readOnly) {
        Text text =
                Text.bold(Counts.of(readOnly.size(), "incident"))
                        .plain(" of a newer frops, read-only here: update this replica.");
        for (ReadOnlyIncident incident : readOnly.stream().limit(MOST).toList()) {
            text = text.line().then(ReadOnlyView.line(incident));
        }
        return readOnly.size() > MOST
                ? text.line().plain("and " + (readOnly.size() - MOST) + " more")
                : text;
    }

    private static Text known(List<Lagging> open, List<StoredIncident> worst, Instant now) {
        long waiting = open.stream().filter(s -> s.phase() instanceof Phase.Open).count();
        Text text =
                Text.bold(Counts.of(open.size(), "open incident"))
                        .plain(waiting == 0 ? ", all taken." : ", " + waiting + " not yet taken.");
        for (StoredIncident stored : worst.stream().limit(MOST).toList()) {
            text = text.line().then(line(stored.state(), now));
        }
        return open.size() > MOST
                ? text.line().plain("and " + (open.size() - MOST) + " more")
                : text;
    }

    private static Text quiet(Optional<StoredIncident> last, Instant now) {
        if (last.isPresent()
                && last.get().state().phase() instanceof Phase.Resolved(_, var at, _)) {
            return Text.of(
                    "All quiet. Last incident: " + last.get().id() + ", " + Times.ago(at, now));
        }
        return Text.of("All quiet. There has been no incident yet. To open one by hand: ")
                .code("/frops declare SEV3 \"what is wrong\"");
    }

    private static Text line(Incident incident, Instant now) {
        String alerts =
                incident.alerts().isEmpty() && incident.duplicates().isEmpty()
                        ? "declared"
                        : Counts.fire(incident.firing());
        return Text.EMPTY
                .emoji(Looks.emoji(incident.severity()))
                .plain(" ")
                .strong(incident.id().toString())
                .plain(" " + incident.severity() + " " + incident.phase().word())
                .then(taken(incident))
                .plain(" · " + Counts.line(incident.subject().service(), 60) + " · ")
                .plain(Counts.line(incident.subject().summary(), LONGEST_SUMMARY))
                .plain(" · " + alerts + " · since ")
                .moment(incident.subject().since())
                .plain(", " + Times.ago(incident.subject().since(), now));
    }

    private static Text taken(Incident incident) {
        return incident.phase() instanceof Phase.Acknowledged(var ack)
                ? Text.of(" by ").then(io.frops.commands.say.Say.actor(ack.by()))
                : Text.EMPTY;
    }
}
