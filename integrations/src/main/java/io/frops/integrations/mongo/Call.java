package io.frops.integrations.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/// One call of a store: what time is left of its deadline, and whether a write may have left for
/// the server. For one thread.
final class Call {
    /// The driver takes 0 for "no limit".
    private static final long LEAST_MILLIS = 1;

    private final MongoDatabase database;
    private final long deadline;
    private boolean wrote;

    /// @param deadline by [System#nanoTime]
    Call(MongoDatabase database, long deadline) {
        this.database = database;
        this.deadline = deadline;
    }

    MongoCollection<Document> reading(String collection) {
        return database.getCollection(collection).withTimeout(millis(), TimeUnit.MILLISECONDS);
    }

    MongoCollection<Document> writing(String collection) {
        wrote = true;
        return reading(collection);
    }

    MongoDatabase database() {
        return database.withTimeout(millis(), TimeUnit.MILLISECONDS);
    }

    boolean mayHaveWritten() {
        return wrote;
    }

    Duration remaining() {
        return Duration.ofMillis(millis());
    }

    private long millis() {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        return Math.max(LEAST_MILLIS, left);
    }
}
