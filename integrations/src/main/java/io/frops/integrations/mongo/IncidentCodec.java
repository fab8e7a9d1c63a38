package io.frops.integrations.mongo;

import io.frops.core.access.CommandId;
import io.frops.core.incident.IncidentEvent;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Lookup;
import io.frops.core.incident.Phase;
import io.frops.core.incident.StoredIncident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// A whole incident as a document.
final class IncidentCodec {
    /// The newest form of the document that is known here. Whoever adds a type of event, or another
    /// form of one, raises it: it is by this number that an older replica knows an incident whose
    /// new events are on pages, or folded into its state. 2: older events may be on pages.
    static final int SCHEMA = 2;

    private static final String PAGES = "pages";
    private static final String EVENTS = "events";

    /// Absent in what older versions wrote.
    static final String CLICKED = "clicked";

    private IncidentCodec() {}

    /// An incident as it is first written.
    ///
    /// @param fields as they are told by [#changing]
    /// @param pages the ids of pages that hold its first events already
    static Document encode(
            StoredIncident incident, Document fields, Spill spill, List<String> pages) {
        Document document =
                new Document("_id", incident.state().group().value())
                        .append("number", incident.id().number())
                        .append("firstSeq", spill.firstSeq());
        document.putAll(fields);
        return document.append(PAGES, pages).append(EVENTS, spill.kept());
    }

    /// A change whose events join those that are stored.
    ///
    /// @param fields as they are told by [#changing]
    static Document pushing(Document fields, List<Document> events) {
        Document change = new Document("$set", fields);
        return events.isEmpty()
                ? change
                : change.append("$push", new Document(EVENTS, new Document("$each", events)));
    }

    /// A change that takes its events anew, because earlier ones are on pages now.
    ///
    /// @param fields as they are told by [#changing]
    static Document trimming(Document fields, Spill spill, List<String> pages) {
        Document set =
                new Document(fields)
                        .append("firstSeq", spill.firstSeq())
                        .append(EVENTS, spill.kept());
        return new Document("$set", set)
                .append("$push", new Document(PAGES, new Document("$each", pages)));
    }

    /// Its cards show everything.
    static Document caughtUp() {
        return new Document("$set", new Document("behind", false).append(CLICKED, false));
    }

    /// The pages that an incident's document refers to.
    static List<String> pages(Document document) {
        return document.get(PAGES) == null ? List.of() : new Fields(document).texts(PAGES);
    }

    /// The fields that a change sets; events are pushed instead. The schema is the newest that ever
    /// wrote the document: one that is newer than ours we never write.
    static Document changing(StoredIncident incident) {
        Document changing = new Document("v", incident.version());
        if (!incident.causes().isEmpty()) {
            changing.append("causes", CauseCodec.encode(incident.causes()));
        }
        return changing.append("schema", SCHEMA)
                .append("behind", incident.behind())
                .append(CLICKED, incident.clicked())
                .append("due", Fields.date(incident.due()))
                .append("closedAt", closedAt(incident))
                .append("lastSeq", incident.lastSeq())
                .append("recent", recent(incident.recent()))
                .append("state", StateCodec.encode(incident.state()));
    }

    /// The events whose numbers are greater than `seq`.
    static List<Document> eventsAfter(long seq, StoredIncident incident) {
        List<Document> documents = new ArrayList<>();
        long next = incident.firstSeq();
        for (IncidentEvent event : incident.events()) {
            if (next > seq) {
                documents.add(EventCodec.encode(next, event));
            }
            next++;
        }
        return documents;
    }

    /// Never throws: a document that cannot be read in full is read as far as it goes.
    static Lookup decode(Document document) {
        try {
            Fields f = new Fields(document);
            checkSchema(f);
            return new Lookup.Understood(readable(new IncidentId(f.number("number")), f));
        } catch (Unreadable | IllegalArgumentException | ArithmeticException e) {
            return new Lookup.ReadOnly(Glimpse.of(document, e));
        }
    }

    /// @throws Unreadable when a newer version wrote the document
    static void checkSchema(Fields f) {
        if (f.number("schema") > SCHEMA) {
            throw new Unreadable("it is written in schema " + f.number("schema"));
        }
    }

    private static StoredIncident readable(IncidentId id, Fields f) {
        return new StoredIncident(
                f.count("v"),
                StateCodec.decode(id, f.inner("state")),
                f.count("firstSeq"),
                f.each("events", EventCodec::decode),
                recent(f.each("recent", Fields::document)),
                f.flag("behind"),
                f.flagOrNo(CLICKED),
                f.dateOrNull("due"),
                CauseCodec.decode(f));
    }

    private static List<Document> recent(Map<CommandId, Instant> recent) {
        return recent.entrySet().stream()
                .map(e ->
                        new Document("id", e.getKey().value())
                                .append("at", e.getValue().toString()))
                .toList();
    }

    private static Map<CommandId, Instant> recent(List<Document> documents) {
        Map<CommandId, Instant> recent = new LinkedHashMap<>();
        for (Document document : documents) {
            Fields f = new Fields(document);
            recent.put(new CommandId(f.text("id")), f.time("at"));
        }
        return recent;
    }

    private static @Nullable Date closedAt(StoredIncident incident) {
        return incident.state().phase() instanceof Phase.Resolved(_, var at, _)
                ? Fields.date(at)
                : null;
    }
}
