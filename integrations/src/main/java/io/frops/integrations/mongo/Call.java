package io.frops.integrations.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.frops.core.observe.Arrows;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// One call of a store: what time is left of its deadline, and whether a write may have left for
/// the server. For one thread.
final class Call {
    /// The driver takes 0 for "no limit".
    private static final long LEAST_MILLIS = 1;

    private final MongoDatabase database;
    private final long deadline;
    private final Arrows arrows;
    private boolean wrote;
    private @Nullable String arrow;

    /// @param deadline by [System#nanoTime]
    /// @param arrows told of each write
    Call(MongoDatabase database, long deadline, Arrows arrows) {
        this.database = database;
        this.deadline = deadline;
        this.arrows = arrows;
    }

    MongoCollection<Document> reading(String collection) {
        return database.getCollection(collection).withTimeout(millis(), TimeUnit.MILLISECONDS);
    }

    /// For one write, which follows at once.
    ///
    /// @param what tells the writes to a collection apart
    MongoCollection<Document> writing(String collection, String what) {
        written();
        wrote = true;
        arrow = collection + "." + what;
        arrows.before(arrow);
        return reading(collection);
    }

    /// The last write, if there was one, is answered.
    void written() {
        if (arrow != null) {
            arrows.after(arrow);
            arrow = null;
        }
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
