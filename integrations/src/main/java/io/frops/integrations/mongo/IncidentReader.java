package io.frops.integrations.mongo;

import static com.mongodb.client.model.Sorts.descending;
import static io.frops.integrations.mongo.Schema.HISTORY;
import static io.frops.integrations.mongo.Schema.INCIDENTS;

import com.mongodb.client.FindIterable;
import com.mongodb.client.cursor.TimeoutMode;
import io.frops.core.failure.IntegrationException;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Phase;
import io.frops.core.incident.StoredIncident;
import io.frops.core.store.Bounded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads incidents, and deals with those that this version cannot read: alone they are an error, in
/// a list they are left out.
final class IncidentReader {
    private static final Logger log = LoggerFactory.getLogger(IncidentReader.class);

    /// A driver takes replies of at most 48 MB; the embedded server does not heed that by itself.
    /// So many documents of the largest size (12 MB) fit for sure.
    private static final int BATCH = 3;

    /// More than anybody reads. One that is forgotten is told of again.
    private static final int MOST_TOLD = 1000;

    /// Incidents that a log line has told of; lists are read every second.
    private final Set<IncidentId> told = Bounded.set(MOST_TOLD);

    /// The one that fits; it is an error when it cannot be read.
    static Optional<StoredIncident> one(Call call, String collection, Document filter) {
        Document found = call.reading(collection).find(filter).first();
        if (found == null) {
            return Optional.empty();
        }
        return switch (IncidentCodec.decode(found)) {
            case IncidentCodec.Decoded.Understood(var incident) -> Optional.of(incident);
            case IncidentCodec.Decoded.ReadOnly readOnly -> throw unreadable(readOnly);
        };
    }

    /// Long lists come in batches; the deadline is then each batch's.
    static FindIterable<Document> all(Call call, String collection, Document filter) {
        return call.reading(collection)
                .find(filter)
                .batchSize(BATCH)
                .timeoutMode(TimeoutMode.ITERATION);
    }

    /// One incident that cannot be read must not hide all others.
    List<StoredIncident> readable(FindIterable<Document> documents) {
        List<StoredIncident> all = new ArrayList<>();
        for (Document document : documents) {
            switch (IncidentCodec.decode(document)) {
                case IncidentCodec.Decoded.Understood(var incident) -> all.add(incident);
                case IncidentCodec.Decoded.ReadOnly readOnly -> tell(readOnly);
            }
        }
        return all;
    }

    private void tell(IncidentCodec.Decoded.ReadOnly readOnly) {
        if (told.add(readOnly.id())) {
            log.warn("left out of every list: {}", unreadable(readOnly).safeMessage());
        }
    }

    private static IntegrationException unreadable(IncidentCodec.Decoded.ReadOnly readOnly) {
        return new IntegrationException(
                Failures.SYSTEM,
                IntegrationException.Kind.INVALID,
                readOnly.id()
                        + " cannot be changed here, because this version of frops does not"
                        + " understand it: "
                        + readOnly.why()
                        + ". Update frops.",
                null);
    }

    /// The most recently closed of all, newest first.
    List<StoredIncident> closed(Call call, int most) {
        Document closed = new Document("closedAt", new Document("$ne", null));
        List<List<StoredIncident>> found = new ArrayList<>();
        for (String collection : List.of(INCIDENTS, HISTORY)) {
            found.add(
                    readable(
                            all(call, collection, closed)
                                    .sort(descending("closedAt"))
                                    .limit(most)));
        }
        return united(found.getFirst(), found.getLast()).stream()
                .sorted(Comparator.comparing(IncidentReader::closedAt).reversed())
                .limit(most)
                .toList();
    }

    /// Both lists without doubles; while an incident is being moved it is in both collections, and
    /// the first counts.
    private static Collection<StoredIncident> united(
            List<StoredIncident> current, List<StoredIncident> history) {
        Map<IncidentId, StoredIncident> all = new TreeMap<>();
        history.forEach(s -> all.put(s.id(), s));
        current.forEach(s -> all.put(s.id(), s));
        return all.values();
    }

    private static Instant closedAt(StoredIncident stored) {
        return stored.state().phase() instanceof Phase.Resolved(_, var at, _) ? at : Instant.MIN;
    }
}
