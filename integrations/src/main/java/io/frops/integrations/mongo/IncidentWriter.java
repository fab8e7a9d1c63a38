package io.frops.integrations.mongo;

import static io.frops.integrations.mongo.MongoIncidents.updated;
import static io.frops.integrations.mongo.MongoIncidents.version;
import static io.frops.integrations.mongo.MongoIncidents.versioned;
import static io.frops.integrations.mongo.Schema.HISTORY;
import static io.frops.integrations.mongo.Schema.INCIDENTS;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.InsertManyOptions;
import io.frops.core.incident.IncidentStore.Insert;
import io.frops.core.incident.StoredIncident;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Writes incidents, each change by compare-and-set. What a newer version wrote has a version that
/// nobody here was given, so it is met by none of these writes.
final class IncidentWriter {
    /// Events and alerts, of about half a kilobyte each.
    private static final int SMALL = 20;

    private final Numbers numbers;
    private final Pages pages;
    private final Tails tails = new Tails();

    IncidentWriter(Numbers numbers, Pages pages) {
        this.numbers = numbers;
        this.pages = pages;
    }

    Insert insert(Call call, StoredIncident first) {
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
    }

    private static Insert inserted(Call call, Document document) {
        try {
            call.writing(INCIDENTS, "insert").insertOne(document);
            return Insert.DONE;
        } catch (MongoWriteException e) {
            if (!Failures.isDuplicateKey(e)) {
                throw e;
            }
            return taken(call, document);
        }
    }

    /// What stood in the way of an insert.
    private static Insert taken(Call call, Document document) {
        Document sameGroup = new Document("_id", document.get("_id"));
        boolean taken =
                call.reading(INCIDENTS).find(sameGroup).projection(new Document("_id", 1)).first()
                        != null;
        return taken ? Insert.GROUP_TAKEN : Insert.NUMBER_TAKEN;
    }

    /// Whether it fits into one call with others, and is far from having to leave events to pages.
    static boolean isSmall(StoredIncident first) {
        return first.events().size() + first.state().alerts().all().size() <= SMALL;
    }

    /// Small ones together: each is inserted, or not, by itself.
    ///
    /// @return what became of each, in their order
    List<Insert> insert(Call call, List<StoredIncident> firsts) {
        Map<Integer, Insert> outcomes = new HashMap<>();
        List<Integer> sent = new ArrayList<>();
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < firsts.size(); i++) {
            StoredIncident first = firsts.get(i);
            Spill spill = Spill.of(first, first.firstSeq());
            if (spill.pages().isEmpty() && numbers.isFree(first.id())) {
                Document fields = IncidentCodec.changing(first);
                documents.add(IncidentCodec.encode(first, fields, spill, List.of()));
                sent.add(i);
            } else {
                outcomes.put(i, insert(call, first));
            }
        }
        Map<Integer, Insert> refused = inserted(call, documents);
        for (int at = 0; at < sent.size(); at++) {
            outcomes.put(sent.get(at), refused.getOrDefault(at, Insert.DONE));
        }
        return IntStream.range(0, firsts.size()).mapToObj(outcomes::get).toList();
    }

    /// @return those that were not inserted, by their place
    private static Map<Integer, Insert> inserted(Call call, List<Document> documents) {
        if (documents.isEmpty()) {
            return Map.of();
        }
        try {
            call.writing(INCIDENTS, "insert")
                    .insertMany(documents, new InsertManyOptions().ordered(false));
            return Map.of();
        } catch (MongoBulkWriteException e) {
            if (!Failures.areDuplicateKeys(e)) {
                throw e;
            }
            Map<Integer, Insert> refused = new HashMap<>();
            for (BulkWriteError error : e.getWriteErrors()) {
                refused.put(error.getIndex(), taken(call, documents.get(error.getIndex())));
            }
            return refused;
        }
    }

    boolean replace(Call call, StoredIncident next) {
        Document stored = tail(call, versioned(next.id(), next.version() - 1));
        if (stored == null) {
            return false;
        }
        // Who wrote that version also wrote these numbers, so they cannot be out of date.
        Fields f = new Fields(stored);
        return changed(call, next, Spill.of(next, f.count("firstSeq")), f.count("lastSeq"));
    }

    boolean replace(Call call, StoredIncident stored, StoredIncident next) {
        Spill spill = spill(stored, next);
        // Who goes on from what it wrote itself may hold events that are on pages by now.
        return spill.pages().isEmpty()
                ? changed(call, next, spill, stored.lastSeq())
                : replace(call, next);
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
}
