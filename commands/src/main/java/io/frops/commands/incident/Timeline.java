package io.frops.commands.incident;

import io.frops.core.chat.Text;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.StoredIncident;
import java.util.List;

/// What happened to an incident, one line an event, the latest last. Pure.
final class Timeline {
    private static final int MOST = 20;

    private Timeline() {}

    static Text of(StoredIncident incident) {
        List<IncidentEvent> told =
                incident.events().stream().filter(e -> !EventWords.of(e).isEmpty()).toList();
        int skipped = Math.max(0, told.size() - MOST);
        Text text = Text.bold("Timeline");
        if (skipped > 0 || incident.firstSeq() > 1) {
            long earlier = skipped + incident.firstSeq() - 1;
            text = text.line().plain(earlier + " earlier events are not shown");
        }
        for (IncidentEvent event : told.subList(skipped, told.size())) {
            text = text.line().moment(event.at()).plain(" ").then(EventWords.of(event));
        }
        return text;
    }
}
