package io.frops.integrations.mongo;

import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static io.frops.integrations.mongo.Schema.HISTORY;
import static io.frops.integrations.mongo.Schema.INCIDENTS;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import io.frops.core.alert.GroupId;
import io.frops.core.incident.Due;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.IncidentStore;
import io.frops.core.incident.Lagging;
import io.frops.core.incident.Phase;
import io.frops.core.incident.StoredIncident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Keeps incidents in MongoDB: the open ones in `incidents`, named by their group, the closed ones
/// in `history`, named by their number.
///
/// Changes are made to `{number, v}`, not to `{_id, v}`: a group's next incident has the same `_id`
/// and may have reached the same version.
final class MongoIncidents implements IncidentStore {
    private final Database database;
    private final IncidentReader reader = new IncidentReader();
    private final Numbers numbers;

    MongoIncidents(Database database) {
        this.database = database;
        this.numbers = new Numbers(database);
    }

    @Override
    public Optional<StoredIncident> current(GroupId group) {
        return database.call(
                call -> IncidentReader.one(call, INCIDENTS, new Document("_id", group.value())));
    }

    @Override
    public Optional<StoredIncident> find(IncidentId id) {
        return database.call(call ->
                IncidentReader.one(call, INCIDENTS, numbered(id))
                        .or(() -> IncidentReader.one(call, HISTORY, numbered(id))));
    }

    @Override
    public List<StoredIncident> current() {
        return database.call(call ->
                reader.readable(
                        IncidentReader.all(call, INCIDENTS, new Document())
                                .sort(ascending("number"))));
    }

    @Override
    public List<Due> due(Instant until) {
        return database.call(call -> Lists.due(call, until));
    }

    @Override
    public List<Lagging> lines() {
        return database.call(Lists::lines);
    }

    @Override
    public List<Lagging> behind() {
        return database.call(Lists::behind);
    }

    @Override
    public List<StoredIncident> closed(int most) {
        if (most < 1) {
            return List.of();
        }
        Document closed = new Document("closedAt", new Document("$ne", null));
        return database.call(call -> {
            List<List<StoredIncident>> found = new ArrayList<>();
            for (String collection : List.of(INCIDENTS, HISTORY)) {
                found.add(
                        reader.readable(
                                IncidentReader.all(call, collection, closed)
                                        .sort(descending("closedAt"))
                                        .limit(most)));
            }
            return united(found.getFirst(), found.getLast()).stream()
                    .sorted(Comparator.comparing(MongoIncidents::closedAt).reversed())
                    .limit(most)
                    .toList();
        });
    }

    @Override
    public IncidentId nextId() {
        return numbers.next();
    }

    @Override
    public Insert insert(StoredIncident first) {
        GroupId group = first.state().group();
        return database.call(call -> {
            if (!numbers.isFree(first.id()) && version(call, HISTORY, first.id()) != null) {
                return Insert.NUMBER_TAKEN;
            }
            try {
                call.writing(INCIDENTS).insertOne(IncidentCodec.encode(group.value(), first));
                return Insert.DONE;
            } catch (MongoWriteException e) {
                if (!Failures.isDuplicateKey(e)) {
                    throw e;
                }
                Document sameGroup = new Document("_id", group.value());
                boolean taken = call.reading(INCIDENTS).find(sameGroup).first() != null;
                return taken ? Insert.GROUP_TAKEN : Insert.NUMBER_TAKEN;
            }
        });
    }

    @Override
    public boolean replace(StoredIncident next) {
        Document before = versioned(next.id(), next.version() - 1);
        return database.call(call -> {
            for (String collection : List.of(INCIDENTS, HISTORY)) {
                Document stored =
                        call.reading(collection)
                                .find(before)
                                .projection(new Document("lastSeq", 1))
                                .first();
                if (stored != null) {
                    // Who wrote that version also wrote that number, so it cannot be out of date.
                    long lastSeq = new Fields(stored).count("lastSeq");
                    return updated(call, collection, before, change(next, lastSeq));
                }
            }
            return false;
        });
    }

    /// The incidents first: those in the history hardly ever change.
    @Override
    public boolean replace(StoredIncident stored, StoredIncident next) {
        Document before = versioned(next.id(), stored.version());
        Document change = change(next, stored.lastSeq());
        return database.call(call ->
                updated(call, INCIDENTS, before, change) || updated(call, HISTORY, before, change));
    }

    @Override
    public boolean shown(IncidentId id, long version) {
        Document caughtUp = new Document("$set", new Document("behind", false));
        return database.call(call ->
                updated(call, INCIDENTS, versioned(id, version), caughtUp)
                        || updated(call, HISTORY, versioned(id, version), caughtUp));
    }

    /// One call to each collection: an incident is in one of them, and the other finds nothing.
    @Override
    public void shown(Map<IncidentId, Long> versions) {
        if (versions.isEmpty()) {
            return;
        }
        Document caughtUp = new Document("$set", new Document("behind", false));
        List<UpdateOneModel<Document>> updates =
                versions.entrySet().stream()
                        .map(e ->
                                new UpdateOneModel<Document>(
                                        versioned(e.getKey(), e.getValue()), caughtUp))
                        .toList();
        BulkWriteOptions each = new BulkWriteOptions().ordered(false);
        for (String collection : List.of(INCIDENTS, HISTORY)) {
            database.call(call -> call.writing(collection).bulkWrite(updates, each));
        }
    }

    @Override
    public boolean reschedule(IncidentId id, long version, @Nullable Instant due) {
        Document change = new Document("$set", new Document("due", Fields.date(due)));
        return database.call(call -> updated(call, INCIDENTS, versioned(id, version), change));
    }

    @Override
    public boolean archive(StoredIncident closed) {
        Document same = versioned(closed.id(), closed.version());
        return database.call(call -> {
            Document stored = call.reading(INCIDENTS).find(same).first();
            if (stored == null) {
                return false;
            }
            copy(call, stored.append("_id", closed.id().toString()), closed);
            return call.writing(INCIDENTS).deleteOne(same).getDeletedCount() == 1;
        });
    }

    /// Leaves in the history what is there already, unless it is older: a crash between copy and
    /// delete left it, and the incident was changed since.
    private static void copy(Call call, Document stored, StoredIncident closed) {
        Long there = version(call, HISTORY, closed.id());
        if (there == null) {
            try {
                call.writing(HISTORY).insertOne(stored);
            } catch (MongoWriteException e) {
                if (!Failures.isDuplicateKey(e)) {
                    throw e;
                }
                // Somebody else moves it at the same time: one of us deletes.
            }
        } else if (there < closed.version()) {
            call.writing(HISTORY).replaceOne(versioned(closed.id(), there), stored);
        }
    }

    private static Document change(StoredIncident next, long lastSeq) {
        Document change = new Document("$set", IncidentCodec.changing(next));
        List<Document> events = IncidentCodec.eventsAfter(lastSeq, next);
        return events.isEmpty()
                ? change
                : change.append("$push", new Document("events", new Document("$each", events)));
    }

    private static boolean updated(Call call, String collection, Document filter, Document change) {
        return call.writing(collection).updateOne(filter, change).getMatchedCount() == 1;
    }

    private static @Nullable Long version(Call call, String collection, IncidentId id) {
        Document found =
                call.reading(collection)
                        .find(numbered(id))
                        .projection(new Document("v", 1))
                        .first();
        return found == null ? null : new Fields(found).count("v");
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

    private static Document numbered(IncidentId id) {
        return new Document("number", id.number());
    }

    private static Document versioned(IncidentId id, long version) {
        return new Document("number", id.number()).append("v", version);
    }
}
