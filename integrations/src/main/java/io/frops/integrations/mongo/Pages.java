package io.frops.integrations.mongo;

import static io.frops.integrations.mongo.Schema.PAGES;

import com.mongodb.client.cursor.TimeoutMode;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.IncidentId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.bson.Document;

/// The older events of long incidents, in documents of their own. A page is written before the
/// incident refers to it, and named by its writer's nonce: one whose writer ended in between, or
/// was not the first, is referred to by nobody and read by nobody.
final class Pages {
    /// A driver takes replies of at most 48 MB.
    private static final int BATCH = 4;

    private final Supplier<String> nonces;

    Pages(Supplier<String> nonces) {
        this.nonces = nonces;
    }

    /// Writes pages. Whatever they are for, nothing refers to them yet.
    ///
    /// @return their ids, as the incident is to refer to them
    List<String> write(Call call, IncidentId id, List<Spill.Page> pages) {
        List<String> ids = new ArrayList<>();
        for (Spill.Page page : pages) {
            String name = id + "/" + page.firstSeq() + "/" + nonces.get();
            call.writing(PAGES, "insert")
                    .insertOne(
                            new Document("_id", name)
                                    .append("incident", id.number())
                                    .append("firstSeq", page.firstSeq())
                                    .append("schema", IncidentCodec.SCHEMA)
                                    .append("events", page.events()));
            ids.add(name);
        }
        return ids;
    }

    /// Takes pages back that nothing will ever refer to.
    static void discard(Call call, List<String> ids) {
        if (!ids.isEmpty()) {
            call.writing(PAGES, "delete").deleteMany(new Document("_id", new Document("$in", ids)));
        }
    }

    /// The events in these pages, by their numbers.
    static SortedMap<Long, IncidentEvent> read(Call call, List<String> ids) {
        SortedMap<Long, IncidentEvent> events = new TreeMap<>();
        for (Document page :
                call.reading(PAGES)
                        .find(new Document("_id", new Document("$in", ids)))
                        .batchSize(BATCH)
                        .timeoutMode(TimeoutMode.ITERATION)) {
            new Fields(page).each("events", f -> events.put(f.count("seq"), EventCodec.decode(f)));
        }
        return events;
    }

    /// Removes the pages that their writers left behind: the incident's events begin after them,
    /// and it does not refer to them, so no write that would is under way any more.
    ///
    /// @param firstSeq of the events that the incident itself holds
    static void sweep(Call call, IncidentId id, long firstSeq, List<String> referred) {
        List<String> orphans = new ArrayList<>();
        for (Document page :
                call.reading(PAGES)
                        .find(new Document("incident", id.number()))
                        .projection(new Document("firstSeq", 1))) {
            Fields f = new Fields(page);
            if (f.count("firstSeq") < firstSeq && !referred.contains(f.text("_id"))) {
                orphans.add(f.text("_id"));
            }
        }
        discard(call, orphans);
    }
}
