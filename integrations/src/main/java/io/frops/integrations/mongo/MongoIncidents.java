package io.frops.integrations.mongo;

import static com.mongodb.client.model.Sorts.ascending;
import static io.frops.integrations.mongo.Schema.HISTORY;
import static io.frops.integrations.mongo.Schema.INCIDENTS;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import io.frops.core.alert.GroupId;
import io.frops.core.failure.IntegrationException;
import io.frops.core.incident.Due;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.IncidentStore;
import io.frops.core.incident.Lagging;
import io.frops.core.incident.Listed;
import io.frops.core.incident.Lookup;
import io.frops.core.incident.ReadOnlyIncident;
import io.frops.core.incident.StoredIncident;
import io.frops.core.incident.Watched;
import io.frops.core.store.Combiner;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Keeps incidents in MongoDB: the open ones in `incidents`, named by their group, the closed ones
/// in `history`, named by their number.
///
/// Changes are made to `{number, v}`, not to `{_id, v}`: a group's next incident has the same `_id`
/// and may have reached the same version.
final class MongoIncidents implements IncidentStore {
    private static final String SHOWN = "shown";

    /// In a storm of new groups those who wait share their calls; so many, since they share its
    /// deadline too.
    private static final int TOGETHER = 16;

    private final Database database;
    private final IncidentWriter writer;
    private final IncidentReader reader = new IncidentReader();
    private final Numbers numbers;
    private final Combiner<String, GroupId, Lookup> looking =
            new Combiner<>(TOGETHER, (_, groups) -> look(groups));
    private final Combiner<String, StoredIncident, Insert> inserting =
            new Combiner<>(TOGETHER, (_, firsts) -> insert(firsts));

    /// @param nonces tell writers of pages apart
    MongoIncidents(Database database, Supplier<String> nonces) {
        this.database = database;
        this.numbers = new Numbers(database);
        this.writer = new IncidentWriter(numbers, new Pages(nonces));
    }

    @Override
    public Lookup look(GroupId group) {
        return looking.ask(INCIDENTS, group);
    }

    private List<Lookup> look(List<GroupId> groups) {
        return database.call(call -> reader.of(call, groups));
    }

    @Override
    public Lookup look(IncidentId id) {
        return database.call(call -> {
            Lookup current = reader.one(call, INCIDENTS, numbered(id));
            return current instanceof Lookup.Absent
                    ? reader.one(call, HISTORY, numbered(id))
                    : current;
        });
    }

    @Override
    public List<StoredIncident> current() {
        return database.call(call -> read(call, INCIDENTS, new Document()).understood());
    }

    private IncidentReader.Read read(Call call, String collection, Document filter) {
        return reader.read(IncidentReader.all(call, collection, filter).sort(ascending("number")));
    }

    /// All current ones in full, and those in the history that were closed since then.
    IncidentReader.Read since(Instant from) {
        Document closed = new Document("closedAt", new Document("$gte", Fields.date(from)));
        return database.call(call -> {
            // In this order: what moves between the two reads is in both.
            IncidentReader.Read current = read(call, INCIDENTS, new Document());
            IncidentReader.Read history = read(call, HISTORY, closed);
            Set<ReadOnlyIncident> readOnly = new LinkedHashSet<>(current.readOnly());
            readOnly.addAll(history.readOnly());
            return new IncidentReader.Read(
                    IncidentReader.united(current.understood(), history.understood()),
                    List.copyOf(readOnly));
        });
    }

    @Override
    public List<Due> due(Instant until) {
        return database.call(call -> Lists.due(call, until));
    }

    @Override
    public Listed listed() {
        return database.call(Lists::listed);
    }

    @Override
    public List<Watched> watched() {
        return database.call(Lists::watched);
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
        return database.call(call -> reader.closed(call, most));
    }

    @Override
    public IncidentId nextId() {
        return numbers.next();
    }

    @Override
    public Insert insert(StoredIncident first) {
        return IncidentWriter.isSmall(first)
                ? inserting.ask(INCIDENTS, first)
                : database.call(call -> writer.insert(call, first));
    }

    private List<Insert> insert(List<StoredIncident> firsts) {
        return database.call(call ->
                firsts.size() == 1
                        ? List.of(writer.insert(call, firsts.getFirst()))
                        : writer.insert(call, firsts));
    }

    @Override
    public boolean replace(StoredIncident next) {
        return database.call(call -> writer.replace(call, next));
    }

    @Override
    public boolean replace(StoredIncident stored, StoredIncident next) {
        return database.call(call -> writer.replace(call, stored, next));
    }

    @Override
    public StoredIncident whole(StoredIncident stored) {
        return stored.firstSeq() == 1 ? stored : database.call(call -> united(call, stored));
    }

    private static StoredIncident united(Call call, StoredIncident stored) {
        try {
            SortedMap<Long, IncidentEvent> earlier = Pages.read(call, referred(call, stored.id()));
            return stored.after(earlier.headMap(stored.firstSeq()));
        } catch (Unreadable | IllegalArgumentException | ArithmeticException e) {
            throw new IntegrationException(
                    Failures.SYSTEM,
                    IntegrationException.Kind.NOT_USABLE,
                    "Earlier events of " + stored.id() + " are not understood here. Update frops.",
                    e);
        }
    }

    private static List<String> referred(Call call, IncidentId id) {
        for (String collection : List.of(INCIDENTS, HISTORY)) {
            Document found =
                    call.reading(collection)
                            .find(numbered(id))
                            .projection(new Document("pages", 1))
                            .first();
            if (found != null) {
                return IncidentCodec.pages(found);
            }
        }
        return List.of();
    }

    @Override
    public boolean shown(IncidentId id, long version) {
        Document caughtUp = IncidentCodec.caughtUp();
        return database.call(call ->
                updated(call, INCIDENTS, versioned(id, version), caughtUp, SHOWN)
                        || updated(call, HISTORY, versioned(id, version), caughtUp, SHOWN));
    }

    /// One call to each collection: an incident is in one of them, and the other finds nothing.
    @Override
    public void shown(Map<IncidentId, Long> versions) {
        if (versions.isEmpty()) {
            return;
        }
        Document caughtUp = IncidentCodec.caughtUp();
        List<UpdateOneModel<Document>> updates =
                versions.entrySet().stream()
                        .map(e ->
                                new UpdateOneModel<Document>(
                                        versioned(e.getKey(), e.getValue()), caughtUp))
                        .toList();
        BulkWriteOptions each = new BulkWriteOptions().ordered(false);
        for (String collection : List.of(INCIDENTS, HISTORY)) {
            database.call(call -> call.writing(collection, SHOWN).bulkWrite(updates, each));
        }
    }

    @Override
    public boolean reschedule(IncidentId id, long version, @Nullable Instant due) {
        Document change = new Document("$set", new Document("due", Fields.date(due)));
        return database.call(
                call -> updated(call, INCIDENTS, versioned(id, version), change, "due"));
    }

    @Override
    public boolean archive(StoredIncident closed) {
        return database.call(call -> Archive.move(call, closed));
    }

    static boolean updated(
            Call call, String collection, Document filter, Document change, String what) {
        return call.writing(collection, what).updateOne(filter, change).getMatchedCount() == 1;
    }

    static @Nullable Long version(Call call, String collection, IncidentId id) {
        Document found =
                call.reading(collection)
                        .find(numbered(id))
                        .projection(new Document("v", 1))
                        .first();
        return found == null ? null : new Fields(found).count("v");
    }

    static Document numbered(IncidentId id) {
        return new Document("number", id.number());
    }

    static Document versioned(IncidentId id, long version) {
        return new Document("number", id.number()).append("v", version);
    }
}
