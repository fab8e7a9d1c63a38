package io.frops.integrations.mongo;

import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.MongoWriteException;
import io.frops.core.chat.ChannelId;
import io.frops.core.chat.MessageRef;
import io.frops.core.incident.IncidentId;
import io.frops.core.notify.CardRow;
import io.frops.core.notify.CardStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/// Keeps card rows in the collection `views`. Until a card is posted its `ts` holds the nonce, so
/// that channel and `ts` are unique from the start.
final class MongoCards implements CardStore {
    private static final String POSTING = "posting";
    private static final String POSTED = "posted";

    private static final int ASKED_AT_ONCE = 1000;

    private final Database database;

    MongoCards(Database database) {
        this.database = database;
    }

    @Override
    public List<CardRow> of(IncidentId incident) {
        return database.call(call -> {
            List<CardRow> rows = new ArrayList<>();
            call.reading(Schema.VIEWS)
                    .find(new Document("incident", incident.number()))
                    .sort(ascending("channel"))
                    .forEach(d -> rows.add(row(d)));
            return rows;
        });
    }

    @Override
    public Optional<IncidentId> incidentAt(MessageRef message) {
        Document at = new Document("channel", message.channel().value()).append("ts", message.ts());
        return database.call(call ->
                Optional.ofNullable(call.reading(Schema.VIEWS).find(at).first())
                        .map(MongoCards::row)
                        .filter(r -> r.message().isPresent())
                        .map(CardRow::incident));
    }

    @Override
    public Set<IncidentId> carded(Collection<IncidentId> incidents) {
        Set<IncidentId> found = new HashSet<>();
        List<Integer> numbers = incidents.stream().map(IncidentId::number).toList();
        for (int from = 0; from < numbers.size(); from += ASKED_AT_ONCE) {
            List<Integer> some =
                    numbers.subList(from, Math.min(from + ASKED_AT_ONCE, numbers.size()));
            Document among = new Document("incident", new Document("$in", some));
            database.call(call -> {
                call.reading(Schema.VIEWS)
                        .find(among)
                        .projection(new Document("incident", 1))
                        .forEach(d -> found.add(new IncidentId(new Fields(d).number("incident"))));
                return found;
            });
        }
        return found;
    }

    @Override
    public boolean insert(CardRow row) {
        Document document =
                new Document("_id", id(row))
                        .append("incident", row.incident().number())
                        .append("channel", row.channel().value());
        document.putAll(content(row));
        return database.call(call -> {
            try {
                call.writing(Schema.VIEWS, "insert").insertOne(document);
                return true;
            } catch (MongoWriteException e) {
                if (Failures.isDuplicateKey(e)) {
                    return false;
                }
                throw e;
            }
        });
    }

    @Override
    public boolean replace(CardRow row) {
        Document before = new Document("_id", id(row)).append("v", row.version() - 1);
        return database.call(call ->
                call.writing(Schema.VIEWS, "change")
                                .updateOne(before, new Document("$set", content(row)))
                                .getMatchedCount()
                        == 1);
    }

    private static String id(CardRow row) {
        return row.incident() + "/" + row.channel();
    }

    private static Document content(CardRow row) {
        String ts = row.ts();
        return new Document("v", row.version())
                .append("state", ts == null ? POSTING : POSTED)
                .append("ts", ts == null ? row.nonce() : ts)
                .append("nonce", row.nonce())
                .append("shownVersion", row.shownVersion())
                .append("threaded", row.threaded());
    }

    private static CardRow row(Document document) {
        Fields f = new Fields(document);
        return new CardRow(
                new IncidentId(f.number("incident")),
                new ChannelId(f.text("channel")),
                f.count("v"),
                f.text("nonce"),
                f.text("state").equals(POSTED) ? f.text("ts") : null,
                f.count("shownVersion"),
                f.count("threaded"));
    }
}
