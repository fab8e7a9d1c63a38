package io.frops.integrations.mongo;

import static io.frops.core.incident.Make.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.IntegrationException.Kind;
import io.frops.core.incident.IncidentStore;
import io.frops.core.incident.Make;
import io.frops.core.incident.StoredIncident;
import io.frops.core.settings.Secret;
import io.frops.integrations.mongo.embedded.EmbeddedMongo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reading leaves the store as it was, to the byte.
class MongoReadingTest {
    @TempDir Path folder;

    @Test
    void an_embedded_store_is_read_and_its_file_stays_as_it_is() throws IOException {
        StoredIncident closed = Make.closed(Make.incident(7, group("a")), Make.at(60));
        StoredIncident open = Make.incident(8, group("b"));
        fill(closed, open);
        byte[] before = Files.readAllBytes(file());
        try (MongoReading reading = MongoReading.open(settings())) {
            assertThat(reading.since(Make.T0).incidents())
                    .extracting(s -> s.id().number())
                    .containsExactly(7, 8);
        }
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        assertThat(files()).containsExactly(MongoState.FILE);
    }

    @Test
    void what_a_bot_has_open_is_refused_with_the_remedy() {
        try (MongoState _ = MongoState.open(settings())) {
            IntegrationException e =
                    catchThrowableOfType(
                            IntegrationException.class, () -> MongoReading.open(settings()));
            assertThat(e.kind()).isEqualTo(Kind.NOT_USABLE);
            assertThat(e.safeMessage()).contains("in use by a running bot", "Stop the bot");
        }
    }

    @Test
    void no_store_is_made_where_there_is_none() {
        assertThatThrownBy(() -> MongoReading.open(settings()))
                .isInstanceOf(IntegrationException.class)
                .hasMessageContaining("there is no store at");
        assertThat(file()).doesNotExist();
    }

    @Test
    void a_server_keeps_every_document_and_index_as_it_was() {
        try (EmbeddedMongo server = EmbeddedMongo.open(file());
                MongoState state = MongoState.at(server.uri(), Duration.ofSeconds(10))) {
            state.incidents().insert(Make.incident(7, group("a")));
            List<String> before = documents(server.uri());
            MongoSettings settings =
                    new MongoSettings(
                            Optional.of(MongoSettings.Store.MONGODB),
                            Optional.of(Secret.parse(server.uri())),
                            folder);
            try (MongoReading reading = MongoReading.open(settings)) {
                assertThat(reading.since(Make.T0).incidents()).hasSize(1);
            }
            assertThat(documents(server.uri())).hasSizeGreaterThan(1).isEqualTo(before);
        }
    }

    private void fill(StoredIncident... incidents) {
        try (MongoState state = MongoState.open(settings())) {
            for (StoredIncident incident : incidents) {
                assertThat(state.incidents().insert(incident)).isEqualTo(IncidentStore.Insert.DONE);
            }
        }
    }

    private static List<String> documents(String uri) {
        List<String> all = new ArrayList<>();
        try (MongoClient client = MongoClients.create(uri)) {
            var database = client.getDatabase("frops");
            for (String name : database.listCollectionNames()) {
                var collection = database.getCollection(name, RawBsonDocument.class);
                collection.find().forEach(d -> all.add(name + d.toJson()));
                collection
                        .listIndexes(RawBsonDocument.class)
                        .forEach(i -> all.add(name + i.toJson()));
            }
        }
        all.sort(null);
        return all;
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }

    private Path file() {
        return folder.resolve(MongoState.FILE);
    }

    private MongoSettings settings() {
        return new MongoSettings(
                Optional.of(MongoSettings.Store.EMBEDDED), Optional.empty(), folder);
    }
}
