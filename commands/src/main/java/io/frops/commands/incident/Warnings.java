package io.frops.commands.incident;

import io.frops.commands.say.Counts;
import io.frops.commands.say.Say;
import io.frops.core.chat.Text;
import io.frops.core.incident.Badge;
import io.frops.core.incident.Duplicate;
import io.frops.core.incident.Incident;
import io.frops.core.incident.Silence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What is odd or worth knowing about an incident, one line each.
final class Warnings {
    private Warnings() {}

    static Text lines(Incident incident, Instant now) {
        List<Text> lines = new ArrayList<>();
        incident.badges().stream()
                .sorted(Comparator.comparing(Badge::kind))
                .forEach(b -> lines.add(Text.EMPTY.emoji("warning").plain(" " + of(b))));
        incident.silences().stream()
                .filter(s -> s.active(now))
                .forEach(s -> lines.add(silenced(s)));
        incident.duplicates().values().stream()
                .sorted(Comparator.comparing(Duplicate::id))
                .forEach(d -> lines.add(counted(d)));
        Text all = Text.EMPTY;
        for (Text line : lines) {
            all = (all.isEmpty() ? all : all.line()).then(line);
        }
        return all;
    }

    static String of(Badge badge) {
        String sentence =
                switch (badge.kind()) {
                    case SEVERITY_UNMAPPED -> "No severity label fitted: SEV3 was assumed.";
                    case UNGROUPED ->
                            "The alert route groups nothing: its alerts were split by service.";
                    case TRUNCATED -> leftOut(badge.detail());
                    case UNROUTED -> "Its channel cannot be used, so the card is here.";
                    case DOUBTFUL ->
                            "An alert fired again after its resolve and the source could not be asked: it may be over.";
                    case SOURCE_UNSURE ->
                            "Source unsure: it suddenly lacks more than half of the open alerts, so none was closed.";
                    case HEARTBEAT_MISSING ->
                            "The source's heartbeat is missing: nothing resolves by itself.";
                    case SURPLUS -> surplus(badge.detail());
                };
        boolean said =
                badge.detail().isBlank()
                        || badge.kind() == Badge.Kind.TRUNCATED
                        || badge.kind() == Badge.Kind.SURPLUS;
        return said ? sentence : sentence + " " + badge.detail();
    }

    /// @param detail how many, as a number
    private static String leftOut(String detail) {
        String alerts =
                detail.equals("1")
                        ? "1 more alert was"
                        : detail.matches("[0-9]+")
                                ? detail + " more alerts were"
                                : "More alerts were";
        return alerts
                + " left out by the source; those the API still holds are fetched when a members: address is configured.";
    }

    /// @param detail how many, as a number
    private static String surplus(String detail) {
        return "More alerts fire than one incident can hold: at least "
                + detail
                + " are missing here. Look at the source, and resolve this by hand.";
    }

    private static Text silenced(Silence silence) {
        return Text.EMPTY
                .emoji("no_bell")
                .plain(" Silenced by ")
                .then(Say.actor(silence.by()))
                .plain(" until ")
                .moment(silence.until())
                .plain(": " + silence.reason());
    }

    private static Text counted(Duplicate duplicate) {
        return Text.EMPTY
                .emoji("link")
                .plain(" " + duplicate.id() + " counts here: " + Counts.fire(duplicate.firing()));
    }
}
