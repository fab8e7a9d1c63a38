package io.frops.integrations.mongo;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/// The collections and their indexes. The embedded server uses an index only when it is unique and
/// a flat filter names exactly its fields; it takes the others without having them. So each filter
/// of a change has a unique index that is made for it.
final class Schema {
    static final String INCIDENTS = "incidents";
    static final String HISTORY = "history";
    static final String PAGES = "pages";
    static final String VIEWS = "views";
    static final String KEYS = "keys";

    private Schema() {}

    /// Makes what correctness rests on; repeating it changes nothing.
    static void correct(MongoDatabase database) {
        for (String collection : List.of(INCIDENTS, HISTORY)) {
            index(database, collection, unique("number"), unique("number", "v"));
        }
        index(database, VIEWS, unique("_id", "v"), unique("channel", "ts"));
        index(database, KEYS, unique("_id", "v"));
    }

    /// Makes what speed and expiry rest on as well, which the embedded server does not have.
    static void complete(MongoDatabase database) {
        correct(database);
        for (String collection : List.of(INCIDENTS, HISTORY)) {
            index(
                    database,
                    collection,
                    new IndexModel(ascending("behind")),
                    new IndexModel(ascending("due")),
                    new IndexModel(descending("closedAt")));
        }
        index(database, PAGES, new IndexModel(ascending("incident")));
        index(database, VIEWS, new IndexModel(ascending("incident")));
        index(
                database,
                KEYS,
                new IndexModel(
                        ascending("expires"),
                        new IndexOptions().expireAfter(0L, TimeUnit.SECONDS)));
    }

    /// Those with one of these `_id`s, by the index that is there for it.
    static Document named(List<String> ids) {
        return new Document("_id", ids.size() == 1 ? ids.getFirst() : new Document("$in", ids));
    }

    private static void index(MongoDatabase database, String collection, IndexModel... models) {
        database.getCollection(collection).createIndexes(List.of(models));
    }

    private static IndexModel unique(String... fields) {
        return new IndexModel(ascending(fields), new IndexOptions().unique(true));
    }
}
