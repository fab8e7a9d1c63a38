package io.frops.integrations.mongo;

import static io.frops.integrations.mongo.Schema.HISTORY;
import static io.frops.integrations.mongo.Schema.INCIDENTS;

import com.mongodb.MongoWriteException;
import io.frops.core.incident.StoredIncident;
import org.bson.Document;

/// The way of a closed incident into the history, step by step. Each step may be the last that is
/// made, and whoever comes next goes on from there.
final class Archive {
    private Archive() {}

    /// @return false when it has changed meanwhile, or somebody else moved it
    static boolean move(Call call, StoredIncident closed) {
        Document same = MongoIncidents.versioned(closed.id(), closed.version());
        Document stored = call.reading(INCIDENTS).find(same).first();
        if (stored == null) {
            return false;
        }
        sweep(call, stored, closed);
        copy(call, stored.append("_id", closed.id().toString()), closed);
        return deleted(call, same);
    }

    private static void sweep(Call call, Document stored, StoredIncident closed) {
        long firstSeq = new Fields(stored).count("firstSeq");
        Pages.sweep(call, closed.id(), firstSeq, IncidentCodec.pages(stored));
    }

    /// Leaves in the history what is there already, unless it is older: a crash between copy and
    /// delete left it, and the incident was changed since.
    private static void copy(Call call, Document stored, StoredIncident closed) {
        Long there = MongoIncidents.version(call, HISTORY, closed.id());
        if (there == null) {
            try {
                call.writing(HISTORY, "copy").insertOne(stored);
            } catch (MongoWriteException e) {
                if (!Failures.isDuplicateKey(e)) {
                    throw e;
                }
                // Somebody else moves it at the same time: one of us deletes.
            }
        } else if (there < closed.version()) {
            call.writing(HISTORY, "copy again")
                    .replaceOne(MongoIncidents.versioned(closed.id(), there), stored);
        }
    }

    private static boolean deleted(Call call, Document same) {
        return call.writing(INCIDENTS, "delete").deleteOne(same).getDeletedCount() == 1;
    }
}
