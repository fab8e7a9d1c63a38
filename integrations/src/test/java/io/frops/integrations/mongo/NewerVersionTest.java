package io.frops.integrations.mongo;

import static io.frops.core.incident.Make.at;
import static io.frops.core.incident.Make.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.frops.core.failure.IntegrationException;
import io.frops.core.incident.Due;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.IncidentStore;
import io.frops.core.incident.IncidentStore.Insert;
import io.frops.core.incident.Lagging;
import io.frops.core.incident.Lookup;
import io.frops.core.incident.Make;
import io.frops.core.incident.ReadOnlyIncident;
import io.frops.core.incident.Severity;
import io.frops.core.incident.StoredIncident;
import io.frops.core.observe.Arrows;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a newer version wrote is neither guessed at nor overwritten, and hides nothing else.
class NewerVersionTest {
    private static final IncidentId INC_7 = new IncidentId(7);

    @RegisterExtension final EmbeddedState embedded = new EmbeddedState();

    /// What may be different about a document.
    enum Difference {
        AN_UNKNOWN_EVENT(
                "\"Teleported\"",
                "{$push: {events: {seq: {$numberLong: '3'}, type: 'Teleported', schema: 1}}}"),
        A_NEWER_FORM_OF_AN_EVENT(
                "\"AlertsSeen\", schema 2",
                "{$push: {events: {seq: {$numberLong: '3'}, type: 'AlertsSeen', schema: 2,"
                        + " at: '2026-03-10T09:00:00Z'}}}"),
        A_NEWER_FORM_OF_THE_DOCUMENT(
                "schema " + (IncidentCodec.SCHEMA + 1),
                "{$set: {schema: " + (IncidentCodec.SCHEMA + 1) + "}}"),
        AN_UNKNOWN_SEVERITY("severity", "{$set: {'state.grade.severity': 'SEV9'}}"),
        AN_UNKNOWN_PHASE("phase", "{$set: {'state.phase.type': 'paused'}}");

        private final String why;
        private final String change;

        Difference(String why, String change) {
            this.why = why;
            this.change = change;
        }

        Document change() {
            return Document.parse(change);
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_is_found_and_named_and_never_taken_for_none(Difference difference) {
        StoredIncident stored = insert(7, "a");
        update(difference.change());
        assertThat(readOnly(store().look(INC_7))).isEqualTo(readOnly(store().look(group("a"))));
        ReadOnlyIncident found = readOnly(store().look(INC_7));
        assertThat(found.id()).isEqualTo(INC_7);
        assertThat(found.why()).contains(difference.why).doesNotContain("SEV9", "paused");
        assertThat(found.service()).isEqualTo(stored.state().subject().service());
        assertThat(store().find(INC_7)).isEmpty();
        assertThat(store().insert(Make.incident(9, group("a")))).isEqualTo(Insert.GROUP_TAKEN);
    }

    @ParameterizedTest
    @EnumSource
    void it_hides_no_other_in_any_list(Difference difference) {
        insert(7, "a");
        StoredIncident other = insert(8, "b");
        update(difference.change());
        update(new Document("$set", new Document("due", Fields.date(at(0)))));
        assertThat(store().reschedule(other.id(), 1, at(1))).isTrue();
        assertThat(store().current()).containsExactly(other.dueAt(at(1)));
        assertThat(store().lines()).containsExactly(Lagging.of(other));
        assertThat(store().behind()).containsExactly(Lagging.of(other));
        assertThat(store().listed().readOnly()).extracting(r -> r.id()).containsExactly(INC_7);
        assertThat(store().due(at(5)))
                .extracting(Due::id)
                .contains(other.id())
                .isSubsetOf(other.id(), INC_7);
    }

    @Test
    void timers_of_a_newer_version_are_its_own() {
        insert(7, "a");
        update(Difference.AN_UNKNOWN_EVENT.change());
        update(new Document("$set", new Document("due", Fields.date(at(0)))));
        assertThat(store().due(at(5))).isEmpty();
    }

    @Test
    void what_can_be_read_of_it_is() {
        insert(7, "a");
        update(Difference.A_NEWER_FORM_OF_THE_DOCUMENT.change());
        ReadOnlyIncident found = readOnly(store().look(INC_7));
        assertThat(found.severity()).isEqualTo(Severity.SEV2);
        assertThat(found.state()).isEqualTo("open");
        assertThat(found.summary()).isNotBlank();
        assertThat(found.sentence())
                .isEqualTo(
                        "INC-7 was written by a newer frops; this replica shows it read-only."
                                + " Update it.");
    }

    @ParameterizedTest
    @EnumSource
    void no_write_that_was_decided_before_meets_it(Difference difference) {
        StoredIncident before = insert(7, "a");
        update(difference.change());
        update(new Document("$set", new Document("v", 2L)));
        RawBsonDocument bytes = bytes();
        StoredIncident next = Make.next(before);
        assertThat(store().replace(next)).isFalse();
        assertThat(store().replace(before, next)).isFalse();
        assertThat(store().shown(INC_7, 1)).isFalse();
        assertThat(store().reschedule(INC_7, 1, at(9))).isFalse();
        assertThat(store().archive(before)).isFalse();
        assertThat(bytes()).isEqualTo(bytes);
    }

    @Test
    void a_document_without_a_number_hides_nothing_and_keeps_its_group() {
        insert(7, "a");
        StoredIncident other = insert(8, "b");
        update(new Document("$set", new Document("number", "seven").append("behind", true)));
        assertThat(readOnly(store().look(group("a"))).name())
                .isEqualTo("An incident without a number");
        assertThat(store().current()).containsExactly(other);
        assertThat(store().behind()).containsExactly(Lagging.of(other));
        assertThat(store().due(at(9_999))).extracting(Due::id).doesNotContain(INC_7);
    }

    @Test
    void a_due_that_is_no_date_and_a_version_that_is_no_number_end_no_look() {
        insert(7, "a");
        StoredIncident other = insert(8, "b");
        assertThat(store().reschedule(other.id(), 1, at(1))).isTrue();
        update(new Document("$set", new Document("v", "one").append("due", Fields.date(at(0)))));
        assertThat(store().due(at(5))).extracting(Due::id).containsExactly(other.id());
    }

    @Test
    void a_page_of_a_newer_version_is_said_to_be_one() {
        StoredIncident all = insert(7, "a");
        for (int i = 0; i < 12; i++) {
            all = Make.note(all, "x".repeat(100_000));
            assertThat(store().replace(all)).isTrue();
        }
        StoredIncident tail = store().find(INC_7).orElseThrow();
        assertThat(tail.firstSeq()).as("its first events are on a page").isGreaterThan(1);
        in(
                "pages",
                pages ->
                        pages.updateMany(
                                new Document(),
                                new Document("$set", new Document("events.0.type", "Teleported"))));
        assertThatThrownBy(() -> store().whole(tail))
                .isInstanceOfSatisfying(
                        IntegrationException.class,
                        e -> assertThat(e.kind()).isEqualTo(IntegrationException.Kind.NOT_USABLE))
                .hasMessageContaining("INC-7")
                .hasMessageContaining("Update frops");
    }

    @Test
    void reading_for_a_replay_names_what_is_left_out() {
        insert(7, "a");
        StoredIncident other = insert(8, "b");
        update(Difference.AN_UNKNOWN_EVENT.change());
        Database database = new Database(uri(), Duration.ofSeconds(30), _ -> {}, Arrows.NONE);
        try (database) {
            var read = new MongoIncidents(database, () -> "n").since(at(0));
            assertThat(read.understood()).containsExactly(other);
            assertThat(read.readOnly()).extracting(ReadOnlyIncident::name).containsExactly("INC-7");
        }
    }

    private IncidentStore store() {
        return embedded.get().incidents();
    }

    private StoredIncident insert(int number, String name) {
        StoredIncident incident = Make.incident(number, group(name));
        assertThat(store().insert(incident)).isEqualTo(Insert.DONE);
        return incident;
    }

    private static ReadOnlyIncident readOnly(Lookup lookup) {
        assertThat(lookup).isInstanceOf(Lookup.ReadOnly.class);
        return ((Lookup.ReadOnly) lookup).incident();
    }

    private String uri() {
        return Objects.requireNonNull(embedded.get().embeddedUri());
    }

    private void update(Document change) {
        in(
                "incidents",
                all ->
                        assertThat(
                                        all.updateOne(
                                                        new Document("_id", group("a").value()),
                                                        change)
                                                .getModifiedCount())
                                .isEqualTo(1));
    }

    private RawBsonDocument bytes() {
        List<RawBsonDocument> found = new java.util.ArrayList<>();
        in(
                "incidents",
                all ->
                        all.withDocumentClass(RawBsonDocument.class)
                                .find(new Document("_id", group("a").value()))
                                .into(found));
        return found.getFirst();
    }

    private void in(String collection, Consumer<MongoCollection<Document>> what) {
        try (MongoClient client = MongoClients.create(uri())) {
            what.accept(client.getDatabase("frops").getCollection(collection));
        }
    }
}
