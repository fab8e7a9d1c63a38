package io.frops.integrations.mongo;

import static io.frops.integrations.mongo.Schema.HISTORY;
import static io.frops.integrations.mongo.Schema.INCIDENTS;

import com.mongodb.client.FindIterable;
import com.mongodb.client.cursor.TimeoutMode;
import io.frops.core.alert.GroupId;
import io.frops.core.incident.Badge;
import io.frops.core.incident.Due;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.Lagging;
import io.frops.core.incident.Listed;
import io.frops.core.incident.Phase;
import io.frops.core.incident.ReadOnlyIncident;
import io.frops.core.incident.Severity;
import io.frops.core.incident.Watched;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;

/// What is to be done, found without reading whole incidents.
final class Lists {
    /// Entries are small; the deadline is each batch's, and a busy machine must make it.
    private static final int BATCH = 1000;

    private static final Document BEHIND = new Document("behind", true);

    /// What tells an incident, and whether a newer version wrote it.
    private static final String[] COMMON = {
        "number", "v", "schema", "events.type", "events.schema"
    };

    private static final String[] LINE = {
        "state.grade.severity", "state.phase", "state.subject", IncidentCodec.CLICKED
    };

    private static final String[] WATCHED = {
        "state.group",
        "state.origin",
        "state.phase",
        "state.badges",
        "state.alerts",
        "state.changedAt"
    };

    private Lists() {}

    /// Sorted here: the embedded server would sort whole documents.
    static List<Due> due(Call call, Instant until) {
        Document filter = new Document("due", new Document("$lte", Fields.date(until)));
        return read(small(call, INCIDENTS, filter, "due"), Lists::due).known().stream()
                .sorted(Comparator.comparing(Due::at).thenComparing(Due::id))
                .toList();
    }

    static List<Lagging> behind(Call call) {
        Map<IncidentId, Lagging> all = new TreeMap<>();
        lagging(call, HISTORY, BEHIND).known().forEach(l -> all.put(l.id(), l));
        // While an incident is being moved it is in both collections, and this one counts.
        lagging(call, INCIDENTS, BEHIND).known().forEach(l -> all.put(l.id(), l));
        return List.copyOf(all.values());
    }

    /// Sorted here: the embedded server would sort whole documents.
    static Listed listed(Call call) {
        Split<Lagging> all = lagging(call, INCIDENTS, new Document());
        return new Listed(
                all.known().stream().sorted(Comparator.comparing(Lagging::id)).toList(),
                all.readOnly());
    }

    /// Alerts can be large: no more at once than of whole incidents.
    static List<Watched> watched(Call call) {
        var documents =
                small(call, INCIDENTS, new Document(), WATCHED).batchSize(IncidentReader.BATCH);
        return read(documents, Lists::watched).known().stream()
                .sorted(Comparator.comparing(Watched::id))
                .toList();
    }

    private static Watched watched(Fields f) {
        Fields state = f.inner("state");
        Set<Badge.Kind> warned =
                state.each("badges", PartCodec::badge).stream()
                        .map(Badge::kind)
                        .collect(Collectors.toSet());
        return new Watched(
                id(f),
                new GroupId(state.text("group")),
                PartCodec.origin(state.inner("origin")),
                PartCodec.phase(state.inner("phase")) instanceof Phase.Resolved,
                warned,
                AlertCodec.tracked(state.inner("alerts")).firingKeys(),
                state.time("changedAt"));
    }

    private static Split<Lagging> lagging(Call call, String collection, Document filter) {
        return read(small(call, collection, filter, LINE), Lists::lagging);
    }

    private record Split<T>(List<T> known, List<ReadOnlyIncident> readOnly) {}

    /// What a newer version wrote is that version's: it draws the card and keeps the timers. A
    /// single document that is not understood must not end the look at all others.
    private static <T> Split<T> read(Iterable<Document> documents, Function<Fields, T> reader) {
        List<T> known = new ArrayList<>();
        List<ReadOnlyIncident> readOnly = new ArrayList<>();
        for (Document document : documents) {
            try {
                known.add(reader.apply(understood(new Fields(document))));
            } catch (Unreadable | IllegalArgumentException | ArithmeticException e) {
                readOnly.add(Glimpse.of(document, e));
            }
        }
        return new Split<>(known, readOnly);
    }

    private static Fields understood(Fields f) {
        IncidentCodec.checkSchema(f);
        f.each("events", EventCodec::type);
        return f;
    }

    private static Due due(Fields f) {
        return new Due(id(f), f.count("v"), f.date("due"));
    }

    private static Lagging lagging(Fields f) {
        Fields state = f.inner("state");
        return new Lagging(
                id(f),
                f.count("v"),
                state.inner("grade").word("severity", Severity.class),
                PartCodec.phase(state.inner("phase")),
                PartCodec.subject(state.inner("subject")),
                f.flagOrNo(IncidentCodec.CLICKED));
    }

    private static FindIterable<Document> small(
            Call call, String collection, Document filter, String... fields) {
        Document wanted = new Document();
        for (String field : COMMON) {
            wanted.append(field, 1);
        }
        for (String field : fields) {
            wanted.append(field, 1);
        }
        return call.reading(collection)
                .find(filter)
                .projection(wanted)
                .batchSize(BATCH)
                .timeoutMode(TimeoutMode.ITERATION);
    }

    private static IncidentId id(Fields f) {
        return new IncidentId(f.number("number"));
    }
}
