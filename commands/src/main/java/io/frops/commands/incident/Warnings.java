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
                    case TRUNCATED ->
                            "The source left alerts out of its message; they are fetched from its API.";
                    case UNROUTED -> "No route fitted: this is the default channel.";
                    case DOUBTFUL ->
                            "An alert fired again after its resolve and the source could not be asked: it may be over.";
                    case SOURCE_UNSURE ->
                            "Source unsure: it suddenly lacks more than half of the open alerts, so none was closed.";
                    case HEARTBEAT_MISSING ->
                            "The source's heartbeat is missing: nothing resolves by itself.";
                };
        return badge.detail().isBlank() ? sentence : sentence + " " + badge.detail();
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
