package io.frops.integrations.mongo;

import static io.frops.core.incident.Make.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.IntegrationException.Kind;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.IncidentStore.Insert;
import io.frops.core.incident.Make;
import io.frops.core.incident.StoredIncident;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a newer version wrote is neither guessed at nor overwritten.
class UnknownEventTest {
    private static final IncidentId INC_7 = new IncidentId(7);

    @RegisterExtension final EmbeddedState embedded = new EmbeddedState();

    @Test
    void an_event_of_an_unknown_type_makes_its_incident_unreadable_by_name() {
        StoredIncident stored = insert(7, "a");
        push(new Document("seq", 3L).append("type", "Teleported").append("schema", 1));
        IntegrationException e = failure();
        assertThat(e.kind()).isEqualTo(Kind.INVALID);
        assertThat(e.safeMessage()).contains("INC-7", "\"Teleported\"", "Update frops");
        assertThat(stored.id()).isEqualTo(INC_7);
    }

    @Test
    void a_newer_form_of_a_known_event_does_too() {
        insert(7, "a");
        push(
                new Document("seq", 3L)
                        .append("type", "AlertsSeen")
                        .append("schema", 2)
                        .append("at", "2026-03-10T09:00:00Z"));
        assertThat(failure().safeMessage()).contains("INC-7", "\"AlertsSeen\"", "schema 2");
    }

    @Test
    void a_newer_form_of_the_document_does_too() {
        insert(7, "a");
        int newer = IncidentCodec.SCHEMA + 1;
        update(new Document("$set", new Document("schema", newer)));
        assertThat(failure().safeMessage()).contains("INC-7", "schema " + newer);
    }

    @Test
    void a_value_that_no_version_writes_does_too() {
        insert(7, "a");
        update(new Document("$set", new Document("state.grade.severity", "SEV9")));
        assertThat(failure().safeMessage()).contains("INC-7", "severity").doesNotContain("SEV9");
    }

    @Test
    void the_other_incidents_are_still_listed_and_its_group_still_taken() {
        insert(7, "a");
        StoredIncident other = insert(8, "b");
        push(new Document("seq", 3L).append("type", "Teleported").append("schema", 1));
        var store = embedded.get().incidents();
        assertThat(store.current()).containsExactly(other);
        assertThat(store.insert(Make.incident(9, group("a")))).isEqualTo(Insert.GROUP_TAKEN);
    }

    private StoredIncident insert(int number, String name) {
        StoredIncident incident = Make.incident(number, group(name));
        embedded.get().incidents().insert(incident);
        return incident;
    }

    private IntegrationException failure() {
        return catchThrowableOfType(
                IntegrationException.class, () -> embedded.get().incidents().find(INC_7));
    }

    private void push(Document event) {
        update(new Document("$push", new Document("events", event)));
    }

    private void update(Document change) {
        String uri = Objects.requireNonNull(embedded.get().embeddedUri());
        try (MongoClient client = MongoClients.create(uri)) {
            var incidents = client.getDatabase("frops").getCollection("incidents");
            assertThat(incidents.updateOne(new Document("number", 7), change).getModifiedCount())
                    .isEqualTo(1);
        }
    }
}
