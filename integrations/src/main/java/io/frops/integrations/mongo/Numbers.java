package io.frops.integrations.mongo;

import static io.frops.integrations.mongo.Schema.HISTORY;
import static io.frops.integrations.mongo.Schema.KEYS;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import io.frops.core.incident.IncidentId;
import io.frops.core.store.Bounded;
import io.frops.core.store.Combiner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;

/// Draws the incidents' numbers from a counter: those who wait for one at the same time draw
/// together, with one write for all of them.
final class Numbers {
    private static final String COUNTER = "counter/incidents";
    private static final int TOGETHER = 64;

    /// Numbers remembered as free until their incident is written; it hardly ever fails to be.
    private static final int REMEMBERED = 1000;

    private final Database database;
    private final Combiner<String, Boolean, IncidentId> waiting =
            new Combiner<>(TOGETHER, (_, callers) -> draw(callers.size()));
    private final Set<IncidentId> free = Bounded.set(REMEMBERED);

    Numbers(Database database) {
        this.database = database;
    }

    IncidentId next() {
        return waiting.ask(COUNTER, true);
    }

    /// Whether no incident of the history has this number, as far as is known here; said once.
    boolean isFree(IncidentId id) {
        return free.remove(id);
    }

    private List<IncidentId> draw(int many) {
        return database.call(call -> {
            List<IncidentId> drawn = new ArrayList<>();
            while (drawn.size() < many) {
                drawn.addAll(block(call, many - drawn.size()));
            }
            free.addAll(drawn);
            return drawn;
        });
    }

    /// The next numbers without those that are taken: the counter may have been lost, for example
    /// with a restored backup.
    private static List<IncidentId> block(Call call, int many) {
        int last = counted(call, many);
        List<IncidentId> all =
                IntStream.rangeClosed(last - many + 1, last).mapToObj(IncidentId::new).toList();
        List<String> names = all.stream().map(IncidentId::toString).toList();
        Set<String> taken = new HashSet<>();
        call.reading(HISTORY)
                .find(new Document("_id", new Document("$in", names)))
                .projection(new Document("_id", 1))
                .forEach(found -> taken.add(found.getString("_id")));
        return all.stream().filter(id -> !taken.contains(id.toString())).toList();
    }

    private static int counted(Call call, int many) {
        Document counter =
                call.writing(KEYS, "draw numbers")
                        .findOneAndUpdate(
                                new Document("_id", COUNTER),
                                new Document("$inc", new Document("v", (long) many))
                                        .append(
                                                "$setOnInsert",
                                                new Document("fields", new Document())),
                                new FindOneAndUpdateOptions()
                                        .upsert(true)
                                        .returnDocument(ReturnDocument.AFTER));
        if (counter == null) {
            throw new Unreadable("the counter of incidents is gone");
        }
        return new Fields(counter).number("v");
    }
}
