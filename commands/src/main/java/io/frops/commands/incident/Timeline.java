package io.frops.commands.incident;

import io.frops.core.chat.Text;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.StoredIncident;
import java.util.ArrayList;
import java.util.List;

/// What happened to an incident, one line an event, the latest last. Pure.
final class Timeline {
    private static final int MOST = 20;

    private Timeline() {}

    static Text of(StoredIncident incident) {
        List<Text> told = told(incident.events());
        int skipped = Math.max(0, told.size() - MOST);
        Text text = Text.bold("Timeline");
        if (skipped > 0 || incident.firstSeq() > 1) {
            long earlier = skipped + incident.firstSeq() - 1;
            text = text.line().plain(earlier + " earlier events are not shown");
        }
        for (Text line : told.subList(skipped, told.size())) {
            text = text.line().then(line);
        }
        return text;
    }

    private static List<Text> told(List<IncidentEvent> events) {
        List<Text> told = new ArrayList<>();
        IncidentId mergedInto = null;
        for (IncidentEvent event : events) {
            Text words = EventWords.of(event, mergedInto);
            if (!words.isEmpty()) {
                told.add(Text.EMPTY.moment(event.at()).plain(" ").then(words));
            }
            mergedInto = EventWords.mergedInto(event, mergedInto);
        }
        return told;
    }
}
