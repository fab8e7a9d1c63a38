package io.frops.integrations.mongo;

import static io.frops.integrations.mongo.Schema.HISTORY;
import static io.frops.integrations.mongo.Schema.INCIDENTS;

import com.mongodb.client.FindIterable;
import com.mongodb.client.cursor.TimeoutMode;
import io.frops.core.incident.Due;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Lagging;
import io.frops.core.incident.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/// What is to be done, found without reading whole incidents.
final class Lists {
    /// Entries are small: thousands fit into a reply.
    private static final int BATCH = 5000;

    private static final Document BEHIND = new Document("behind", true);

    private static final String[] LINE = {"state.grade.severity", "state.phase", "state.subject"};

    private Lists() {}

    /// Sorted here: the embedded server would sort whole documents.
    static List<Due> due(Call call, Instant until) {
        Document filter = new Document("due", new Document("$lte", Fields.date(until)));
        List<Due> all = new ArrayList<>();
        for (Document document : small(call, INCIDENTS, filter, "due")) {
            Fields f = new Fields(document);
            all.add(new Due(id(f), f.count("v"), f.date("due")));
        }
        all.sort(Comparator.comparing(Due::at).thenComparing(Due::id));
        return List.copyOf(all);
    }

    static List<Lagging> behind(Call call) {
        Map<IncidentId, Lagging> all = new TreeMap<>();
        lagging(call, HISTORY, BEHIND).forEach(l -> all.put(l.id(), l));
        // While an incident is being moved it is in both collections, and this one counts.
        lagging(call, INCIDENTS, BEHIND).forEach(l -> all.put(l.id(), l));
        return List.copyOf(all.values());
    }

    /// Sorted here: the embedded server would sort whole documents.
    static List<Lagging> lines(Call call) {
        return lagging(call, INCIDENTS, new Document()).stream()
                .sorted(Comparator.comparing(Lagging::id))
                .toList();
    }

    private static Collection<Lagging> lagging(Call call, String collection, Document filter) {
        List<Lagging> all = new ArrayList<>();
        for (Document document : small(call, collection, filter, LINE)) {
            try {
                all.add(lagging(new Fields(document)));
            } catch (Unreadable _) {
                // A newer version wrote it, and that one draws its card.
            }
        }
        return all;
    }

    private static Lagging lagging(Fields f) {
        Fields state = f.inner("state");
        return new Lagging(
                id(f),
                f.count("v"),
                state.inner("grade").word("severity", Severity.class),
                PartCodec.phase(state.inner("phase")),
                PartCodec.subject(state.inner("subject")));
    }

    private static FindIterable<Document> small(
            Call call, String collection, Document filter, String... fields) {
        Document wanted = new Document("number", 1).append("v", 1);
        for (String field : fields) {
            wanted.append(field, 1);
        }
        return call.reading(collection)
                .find(filter)
                .projection(wanted)
                .batchSize(BATCH)
                .timeoutMode(TimeoutMode.ITERATION);
    }

    private static IncidentId id(Fields f) {
        return new IncidentId(f.number("number"));
    }
}
