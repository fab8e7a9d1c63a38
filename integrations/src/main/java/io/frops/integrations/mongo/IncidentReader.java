package io.frops.integrations.mongo;

import static com.mongodb.client.model.Sorts.descending;
import static io.frops.integrations.mongo.Schema.HISTORY;
import static io.frops.integrations.mongo.Schema.INCIDENTS;

import com.mongodb.client.FindIterable;
import com.mongodb.client.cursor.TimeoutMode;
import io.frops.core.alert.GroupId;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Lookup;
import io.frops.core.incident.Phase;
import io.frops.core.incident.ReadOnlyIncident;
import io.frops.core.incident.StoredIncident;
import io.frops.core.store.Bounded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads incidents, and tells apart those that this version cannot read in full.
final class IncidentReader {
    private static final Logger log = LoggerFactory.getLogger(IncidentReader.class);

    /// A driver takes replies of at most 48 MB; the embedded server does not heed that by itself.
    /// So many documents of the largest size (12 MB) fit for sure.
    static final int BATCH = 3;

    /// More than anybody reads. One that is forgotten is told of again.
    private static final int MOST_TOLD = 1000;

    /// What a log line has told of; lists are read every second.
    private final Set<String> told = Bounded.set(MOST_TOLD);

    /// @param readOnly those that a newer version wrote
    record Read(List<StoredIncident> understood, List<ReadOnlyIncident> readOnly) {}

    /// The one that fits.
    Lookup one(Call call, String collection, Document filter) {
        Document found = call.reading(collection).find(filter).first();
        return found == null ? new Lookup.Absent() : decoded(found);
    }

    /// The current one of each group, in their order.
    List<Lookup> of(Call call, List<GroupId> groups) {
        Map<String, Lookup> found = new HashMap<>();
        call.reading(INCIDENTS)
                .find(Schema.named(groups.stream().map(GroupId::value).toList()))
                .batchSize(BATCH)
                .forEach(document -> found.put(document.getString("_id"), decoded(document)));
        return groups.stream()
                .map(group -> found.getOrDefault(group.value(), new Lookup.Absent()))
                .toList();
    }

    /// Long lists come in batches; the deadline is then each batch's.
    static FindIterable<Document> all(Call call, String collection, Document filter) {
        return call.reading(collection)
                .find(filter)
                .batchSize(BATCH)
                .timeoutMode(TimeoutMode.ITERATION);
    }

    /// One incident that cannot be read must not hide all others.
    Read read(FindIterable<Document> documents) {
        List<StoredIncident> understood = new ArrayList<>();
        List<ReadOnlyIncident> readOnly = new ArrayList<>();
        for (Document document : documents) {
            switch (decoded(document)) {
                case Lookup.Understood(var incident) -> understood.add(incident);
                case Lookup.ReadOnly(var incident) -> readOnly.add(incident);
                case Lookup.Absent _ -> {}
            }
        }
        return new Read(understood, readOnly);
    }

    private Lookup decoded(Document document) {
        Lookup decoded = IncidentCodec.decode(document);
        if (decoded instanceof Lookup.ReadOnly(var incident) && told.add(incident.name())) {
            log.warn("{} ({})", incident.sentence(), incident.why());
        }
        return decoded;
    }

    /// The most recently closed of all, newest first.
    List<StoredIncident> closed(Call call, int most) {
        Document closed = new Document("closedAt", new Document("$ne", null));
        List<List<StoredIncident>> found = new ArrayList<>();
        for (String collection : List.of(INCIDENTS, HISTORY)) {
            found.add(
                    read(all(call, collection, closed).sort(descending("closedAt")).limit(most))
                            .understood());
        }
        return united(found.getFirst(), found.getLast()).stream()
                .sorted(Comparator.comparing(IncidentReader::closedAt).reversed())
                .limit(most)
                .toList();
    }

    /// Both lists without doubles; while an incident is being moved it is in both collections, and
    /// the first counts.
    static List<StoredIncident> united(List<StoredIncident> current, List<StoredIncident> history) {
        Map<IncidentId, StoredIncident> all = new TreeMap<>();
        history.forEach(s -> all.put(s.id(), s));
        current.forEach(s -> all.put(s.id(), s));
        return List.copyOf(all.values());
    }

    private static Instant closedAt(StoredIncident stored) {
        return stored.state().phase() instanceof Phase.Resolved(_, var at, _) ? at : Instant.MIN;
    }
}
