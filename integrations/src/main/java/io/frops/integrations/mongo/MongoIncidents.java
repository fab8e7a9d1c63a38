package io.frops.integrations.mongo;

import static com.mongodb.client.model.Sorts.ascending;
import static io.frops.integrations.mongo.Schema.HISTORY;
import static io.frops.integrations.mongo.Schema.INCIDENTS;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import io.frops.core.alert.GroupId;
import io.frops.core.incident.Due;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.IncidentStore;
import io.frops.core.incident.Lagging;
import io.frops.core.incident.StoredIncident;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final Database database;
    private final Pages pages;
    private final IncidentReader reader = new IncidentReader();
    private final Numbers numbers;
    private final Tails tails = new Tails();

    /// @param nonces tell writers of pages apart
    MongoIncidents(Database database, Supplier<String> nonces) {
        this.database = database;
        this.numbers = new Numbers(database);
        this.pages = new Pages(nonces);
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
        return database.call(call -> reader.closed(call, most));
    }

    @Override
    public IncidentId nextId() {
        return numbers.next();
    }

    @Override
    public Insert insert(StoredIncident first) {
        return database.call(call -> {
            if (!numbers.isFree(first.id()) && version(call, HISTORY, first.id()) != null) {
                return Insert.NUMBER_TAKEN;
            }
            Spill spill = Spill.of(first, first.firstSeq());
            Document fields = IncidentCodec.changing(first);
            spill.check(fields);
            List<String> written = pages.write(call, first.id(), spill.pages());
            Insert outcome = inserted(call, IncidentCodec.encode(first, fields, spill, written));
            if (outcome == Insert.DONE) {
                tails.put(first, spill.size());
            } else {
                Pages.discard(call, written);
            }
            return outcome;
        });
    }

    private static Insert inserted(Call call, Document document) {
        try {
            call.writing(INCIDENTS, "insert").insertOne(document);
            return Insert.DONE;
        } catch (MongoWriteException e) {
            if (!Failures.isDuplicateKey(e)) {
                throw e;
            }
            Document sameGroup = new Document("_id", document.get("_id"));
            boolean taken =
                    call.reading(INCIDENTS)
                                    .find(sameGroup)
                                    .projection(new Document("_id", 1))
                                    .first()
                            != null;
            return taken ? Insert.GROUP_TAKEN : Insert.NUMBER_TAKEN;
        }
    }

    @Override
    public boolean replace(StoredIncident next) {
        return database.call(call -> replaced(call, next));
    }

    private boolean replaced(Call call, StoredIncident next) {
        Document stored = tail(call, versioned(next.id(), next.version() - 1));
        if (stored == null) {
            return false;
        }
        // Who wrote that version also wrote these numbers, so they cannot be out of date.
        Fields f = new Fields(stored);
        return changed(call, next, Spill.of(next, f.count("firstSeq")), f.count("lastSeq"));
    }

    @Override
    public boolean replace(StoredIncident stored, StoredIncident next) {
        return database.call(call -> {
            Spill spill = spill(stored, next);
            // Who goes on from what it wrote itself may hold events that are on pages by now.
            return spill.pages().isEmpty()
                    ? changed(call, next, spill, stored.lastSeq())
                    : replaced(call, next);
        });
    }

    /// Measures all events only if it is not known what those before this change took.
    private Spill spill(StoredIncident stored, StoredIncident next) {
        Long known = tails.of(stored);
        if (known != null) {
            long size = known + Spill.size(IncidentCodec.eventsAfter(stored.lastSeq(), next));
            if (size <= Spill.MOST_TAIL) {
                return Spill.none(stored.firstSeq(), size);
            }
        }
        return Spill.of(next, stored.firstSeq());
    }

    private static @Nullable Document tail(Call call, Document version) {
        Document fields = new Document("firstSeq", 1).append("lastSeq", 1);
        Document found = call.reading(INCIDENTS).find(version).projection(fields).first();
        return found != null
                ? found
                : call.reading(HISTORY).find(version).projection(fields).first();
    }

    /// What is to leave the document is on a page before the document lets go of it.
    ///
    /// @param lastSeq of all events that are stored
    private boolean changed(Call call, StoredIncident next, Spill spill, long lastSeq) {
        Document fields = IncidentCodec.changing(next);
        spill.check(fields);
        List<String> written = pages.write(call, next.id(), spill.pages());
        Document change =
                written.isEmpty()
                        ? IncidentCodec.pushing(fields, IncidentCodec.eventsAfter(lastSeq, next))
                        : IncidentCodec.trimming(fields, spill, written);
        String what = written.isEmpty() ? "change" : "trim";
        if (changed(call, versioned(next.id(), next.version() - 1), change, what)) {
            tails.put(next, spill.size());
            return true;
        }
        Pages.discard(call, written);
        return false;
    }

    /// The incidents first: those in the history hardly ever change.
    private static boolean changed(Call call, Document before, Document change, String what) {
        return updated(call, INCIDENTS, before, change, what)
                || updated(call, HISTORY, before, change, what);
    }

    @Override
    public StoredIncident whole(StoredIncident stored) {
        return stored.firstSeq() == 1 ? stored : database.call(call -> united(call, stored));
    }

    private static StoredIncident united(Call call, StoredIncident stored) {
        SortedMap<Long, IncidentEvent> earlier = Pages.read(call, referred(call, stored.id()));
        return stored.after(earlier.headMap(stored.firstSeq()));
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
        Document caughtUp = new Document("$set", new Document("behind", false));
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
        Document caughtUp = new Document("$set", new Document("behind", false));
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

    private static boolean updated(
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
