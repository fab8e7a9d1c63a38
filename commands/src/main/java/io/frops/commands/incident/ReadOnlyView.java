package io.frops.commands.incident;

import io.frops.commands.say.Counts;
import io.frops.commands.say.Say;
import io.frops.core.chat.Reply;
import io.frops.core.chat.Text;
import io.frops.core.incident.ReadOnlyIncident;
import io.frops.core.incident.Severity;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An incident that a newer version wrote, as far as it can be read here. Pure.
final class ReadOnlyView {
    private static final int LONGEST_SUMMARY = 100;

    private ReadOnlyView() {}

    /// What whoever wants to change it is told.
    static Reply refused(ReadOnlyIncident incident, Say say) {
        Text text =
                Text.of(incident.sentence())
                        .line()
                        .then(reason(incident))
                        .plain(" Nothing changed.");
        return say.caller(text).with(data(incident));
    }

    /// What whoever wants to see it is told.
    static Reply shown(ReadOnlyIncident incident, Say say) {
        Text text = head(incident).line().plain(incident.sentence()).line().then(reason(incident));
        return say.caller(text).with(data(incident));
    }

    /// One line of a list.
    static Text line(ReadOnlyIncident incident) {
        return head(incident).plain(" - written by a newer frops: read-only here");
    }

    private static Text head(ReadOnlyIncident incident) {
        Severity severity = incident.severity();
        String state = incident.state();
        Text text =
                severity == null ? Text.EMPTY : Text.EMPTY.emoji(Looks.emoji(severity)).plain(" ");
        return text.strong(incident.name())
                .plain(severity == null ? "" : " " + severity)
                .plain(state == null ? "" : " " + state)
                .plain(part(incident.service(), 60))
                .plain(part(incident.summary(), LONGEST_SUMMARY));
    }

    private static String part(@Nullable String text, int longest) {
        return text == null ? "" : " · " + Counts.line(text, longest);
    }

    private static Text reason(ReadOnlyIncident incident) {
        return Text.of("Not understood here: " + incident.why() + ".");
    }

    /// As [IncidentData], with what cannot be read left out.
    static Map<String, @Nullable Object> data(ReadOnlyIncident incident) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        Severity severity = incident.severity();
        data.put("id", incident.id() == null ? null : incident.id().toString());
        data.put("state", incident.state());
        data.put("severity", severity == null ? null : severity.name());
        data.put("service", incident.service());
        data.put("summary", incident.summary());
        data.put("readOnly", true);
        data.put("why", incident.why());
        return data;
    }
}
