package io.frops.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.frops.checks.world.Bodies;
import io.frops.checks.world.Http;
import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import io.frops.integrations.mongo.embedded.EmbeddedMongo;
import io.frops.sandbox.slack.workspace.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A newer replica wrote an incident. It is written past the bot here, and stays as it is to the
/// byte, whatever comes for it.
class NewerVersionTest {
    private static final Instant START = Instant.parse("2026-11-24T03:00:00Z");
    private static final String SENTENCE =
            "INC-1 was written by a newer frops; this replica shows it read-only. Update it.";

    private EmbeddedMongo store;
    private World world;
    private MongoClient client;

    /// What the newer replica did that this one does not understand.
    enum Newer {
        EVENT(
                "{$push: {events: {seq: {$numberLong: '99'}, type: 'Teleported', schema: 1,"
                        + " at: '2026-11-24T03:00:01Z'}}}"),
        SCHEMA("{$set: {schema: 99}}"),
        STATE("{$set: {'state.phase.type': 'paused'}}");

        private final String change;

        Newer(String change) {
            this.change = change;
        }
    }

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        store = EmbeddedMongo.open(folder.resolve("store.mv.db"));
        client = MongoClients.create(store.uri());
        world =
                World.start(
                        Files.createDirectory(folder.resolve("bot")),
                        World.Plan.PLAIN.on(store.uri()));
    }

    @AfterEach
    void stop() {
        world.close();
        client.close();
        store.close();
    }

    @ParameterizedTest
    @EnumSource
    void what_a_newer_replica_wrote_is_read_only_here(Newer newer) {
        assertThat(world.notify(firing("Newer", "a1")).status()).isEqualTo(200);
        Message card = world.card("INC-1 SEV2 open");
        caughtUp();
        written(newer);
        RawBsonDocument before = bytes();

        notified();
        commanded();
        listed();
        clicked(card.ts());
        left(card);

        assertThat(bytes()).isEqualTo(before);
        assertThat(incidents().countDocuments())
                .as("never a second one for its group")
                .isEqualTo(2);
    }

    private static String firing(String group, String alert) {
        return Bodies.of(group).firing(alert, START).json();
    }

    private void caughtUp() {
        Eventually.await(
                "the card is known to be up to date",
                World.PATIENCE,
                () -> incidents().countDocuments(new Document("behind", true)) == 0);
    }

    /// Behind and overdue as well, so that the pacer and the timers find it.
    private void written(Newer newer) {
        Document first = new Document("number", 1);
        assertThat(incidents().updateOne(first, Document.parse(newer.change)).getModifiedCount())
                .isEqualTo(1);
        Document due = new Document("behind", true).append("due", Date.from(Instant.EPOCH));
        Document next = new Document("$set", due).append("$inc", new Document("v", 1L));
        assertThat(incidents().updateOne(first, next).getModifiedCount()).isEqualTo(1);
    }

    private void notified() {
        Http.Answer same = world.notify(firing("Newer", "a1"));
        assertThat(same.status()).isEqualTo(503);
        assertThat(same.body()).contains(SENTENCE);
        assertThat(world.notify(firing("Newer", "a2")).status()).isEqualTo(503);
        String resolved = Bodies.of("Newer").resolved("a1", START, START.plusSeconds(60)).json();
        assertThat(world.notify(resolved).status()).isEqualTo(503);
        assertThat(world.notify(firing("Other", "b1")).status()).isEqualTo(200);
        world.card("INC-2 SEV2 open");
    }

    private void commanded() {
        for (List<String> words :
                List.of(
                        List.of("ack", "INC-1"),
                        List.of("escalate", "INC-1"),
                        List.of("severity", "INC-1", "SEV1"),
                        List.of("note", "INC-1", "a note"),
                        List.of("mitigate", "INC-1"),
                        List.of("resolve", "INC-1", "--yes"),
                        List.of("reopen", "INC-1"),
                        List.of("silence", "INC-1", "30m"),
                        List.of("unsilence", "INC-1"),
                        List.of("card", "INC-1"),
                        List.of("trust-source", "INC-1"),
                        List.of("duplicate", "INC-2", "INC-1"))) {
            Http.Answer answer = world.command(World.ANA, words.toArray(String[]::new));
            assertThat(answer.status()).as(words + " " + answer.body()).isEqualTo(409);
            assertThat(answer.json().get("outcome").asText()).isEqualTo("refused");
            assertThat(answer.json().get("text").asText()).contains(SENTENCE);
        }
    }

    private void listed() {
        JsonNode all = said("incidents");
        assertThat(all.get("text").asText())
                .contains("INC-1 SEV2", "written by a newer frops: read-only here", "INC-2 SEV2");
        assertThat(all.at("/data/incidents")).hasSize(1);
        assertThat(all.at("/data/readOnly/0/id").asText()).isEqualTo("INC-1");
        assertThat(said("incident", "INC-1").get("text").asText())
                .contains("INC-1 SEV2", "backend", SENTENCE);
        assertThat(said("why", "INC-1").get("text").asText()).contains(SENTENCE);
    }

    private JsonNode said(String... words) {
        Http.Answer answer = world.command(World.DAN, words);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private void clicked(String ts) {
        var clara = world.slack().as(World.CLARA);
        assertThat(clara.press(ts, "ack").ok()).isTrue();
        Eventually.await(
                "the click is answered",
                World.PATIENCE,
                () ->
                        clara.ephemerals().stream()
                                .anyMatch(m -> m.content().text().contains(SENTENCE)));
    }

    /// Timers and looks come and go; the other incident's are met.
    private void left(Message card) {
        for (int minute = 0; minute < 30; minute++) {
            world.clock().push(Duration.ofMinutes(1));
        }
        String resolved = Bodies.of("Other").resolved("b1", START, START.plusSeconds(60)).json();
        assertThat(world.notify(resolved).status()).isEqualTo(200);
        world.card("INC-2 SEV2 mitigated");
        assertThat(world.cards()).filteredOn(m -> m.ts().equals(card.ts())).hasSize(1);
        assertThat(world.cards().getFirst().content().text()).startsWith("INC-1 SEV2 open");
        assertThat(world.http().get("/metrics").body()).doesNotContain("kind=\"card-failed\"");
    }

    private MongoCollection<Document> incidents() {
        return client.getDatabase("frops").getCollection("incidents");
    }

    private RawBsonDocument bytes() {
        List<RawBsonDocument> found = new ArrayList<>();
        incidents()
                .withDocumentClass(RawBsonDocument.class)
                .find(new Document("number", 1))
                .into(found);
        return found.getFirst();
    }
}
