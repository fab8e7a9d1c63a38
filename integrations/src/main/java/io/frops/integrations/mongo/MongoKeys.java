package io.frops.integrations.mongo;

import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.cursor.TimeoutMode;
import io.frops.core.store.Combiner;
import io.frops.core.store.KeyStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Keeps small documents in the collection `keys`. Expiry is to the millisecond, rounded up.
final class MongoKeys implements KeyStore {
    /// In a storm each new group asks for its own: those who wait ask together.
    private static final int TOGETHER = 64;

    private final Database database;
    private final Combiner<String, String, Optional<Entry>> asking =
            new Combiner<>(TOGETHER, (_, ids) -> get(ids));

    MongoKeys(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Entry> get(String id) {
        return asking.ask(Schema.KEYS, id);
    }

    private List<Optional<Entry>> get(List<String> ids) {
        return database.call(call -> {
            Map<String, Entry> found = new HashMap<>();
            call.reading(Schema.KEYS)
                    .find(Schema.named(ids))
                    .forEach(document -> found.put(document.getString("_id"), entry(document)));
            return ids.stream().map(id -> Optional.ofNullable(found.get(id))).toList();
        });
    }

    @Override
    public boolean put(
            String id, long expected, Map<String, String> fields, @Nullable Instant expires) {
        Document content =
                new Document("v", expected + 1)
                        .append("fields", Names.encode(fields))
                        .append("expires", Fields.date(expires));
        return database.call(call ->
                expected == ABSENT
                        ? inserted(call, id, content)
                        : call.writing(Schema.KEYS, "change " + kind(id))
                                        .updateOne(
                                                versioned(id, expected),
                                                new Document("$set", content))
                                        .getMatchedCount()
                                == 1);
    }

    @Override
    public boolean remove(String id, long expected) {
        return database.call(call ->
                call.writing(Schema.KEYS, "remove " + kind(id))
                                .deleteOne(versioned(id, expected))
                                .getDeletedCount()
                        == 1);
    }

    @Override
    public List<Entry> startingWith(String prefix) {
        Document from = new Document("_id", new Document("$gte", prefix));
        return database.call(call -> {
            List<Entry> found = new ArrayList<>();
            try (MongoCursor<Document> cursor =
                    call.reading(Schema.KEYS)
                            .find(from)
                            .sort(ascending("_id"))
                            .timeoutMode(TimeoutMode.ITERATION)
                            .iterator()) {
                while (cursor.hasNext()) {
                    Entry entry = entry(cursor.next());
                    if (!entry.id().startsWith(prefix)) {
                        break;
                    }
                    found.add(entry);
                }
            }
            return found;
        });
    }

    /// Removes what has expired. The real server does it by itself; the embedded one does not.
    void sweep(Instant now) {
        Document expired = new Document("expires", new Document("$lte", Fields.date(now)));
        database.call(call -> call.writing(Schema.KEYS, "sweep").deleteMany(expired));
    }

    private static boolean inserted(Call call, String id, Document content) {
        Document document = new Document("_id", id);
        document.putAll(content);
        try {
            call.writing(Schema.KEYS, "insert " + kind(id)).insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (Failures.isDuplicateKey(e)) {
                return false;
            }
            throw e;
        }
    }

    /// What a key is of, for example `storm` of `storm/#incidents`.
    private static String kind(String id) {
        int end = id.indexOf('/');
        return end < 0 ? id : id.substring(0, end);
    }

    private static Entry entry(Document document) {
        Fields f = new Fields(document);
        return new Entry(f.text("_id"), f.count("v"), f.map("fields"), f.dateOrNull("expires"));
    }

    private static Document versioned(String id, long version) {
        return new Document("_id", id).append("v", version);
    }
}
