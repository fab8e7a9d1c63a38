package io.frops.integrations.mongo;

import static io.frops.core.incident.Make.at;
import static io.frops.core.incident.Make.group;
import static io.frops.core.incident.Make.note;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.frops.core.alert.Alert;
import io.frops.core.alert.AlertKey;
import io.frops.core.incident.Badge;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.IncidentStore;
import io.frops.core.incident.Make;
import io.frops.core.incident.StoredIncident;
import io.frops.core.intake.IntakeWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// MongoDB takes 16 MiB a document; ours stay below 12 MB, and what is older goes to pages of 8.
class LongIncidentTest {
    private static final IncidentId INC_1 = new IncidentId(1);
    private static final int MOST = 12_000_000;
    private static final int MOST_PAGE = 8_000_000;
    private static final int ALERTS = 10_000;

    @RegisterExtension final EmbeddedState embedded = new EmbeddedState();

    private MongoClient client;
    private IncidentStore store;

    @BeforeEach
    void connect() {
        client = MongoClients.create(Objects.requireNonNull(embedded.get().embeddedUri()));
        store = embedded.get().incidents();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    private MongoCollection<Document> collection(String name) {
        return client.getDatabase("frops").getCollection(name);
    }

    private List<Integer> sizes(String collection) {
        List<Integer> sizes = new ArrayList<>();
        client.getDatabase("frops")
                .getCollection(collection, RawBsonDocument.class)
                .find()
                .batchSize(1)
                .forEach(d -> sizes.add(d.getByteBuffer().remaining()));
        return sizes;
    }

    private void assertSizes() {
        assertThat(sizes("incidents")).isNotEmpty().allMatch(size -> size <= MOST);
        assertThat(sizes("pages")).allMatch(size -> size <= MOST_PAGE);
    }

    private StoredIncident tell(IntakeWorld world, List<Alert> alerts) {
        world.intake().accept(world.notification(Map.of("alertname", "Storm"), alerts));
        return store.find(INC_1).orElseThrow();
    }

    @Test
    void ten_thousand_alerts_of_a_body_of_seven_megabytes_are_all_stored() {
        IntakeWorld world = new IntakeWorld(store, List.of());
        List<Alert> alerts = unlike(ALERTS, 400);
        StoredIncident opened = tell(world, alerts);
        assertThat(opened.state().alerts().firingCount()).isEqualTo(ALERTS);
        assertThat(opened.state().badges()).isEmpty();
        assertThat(opened.state().alerts().get(alerts.getLast().key()))
                .satisfies(a -> assertThat(a.labels()).isEqualTo(alerts.getLast().labels()));
        assertSizes();
        assertThat(sizes("pages").stream().mapToInt(Integer::intValue).sum())
                .as("the events take megabytes")
                .isGreaterThan(5_000_000);

        List<Alert> over = alerts.stream().map(a -> Make.resolved(a, at(60))).toList();
        StoredIncident cleared = tell(world, over);
        assertThat(cleared.state().alerts().clearedCount()).isEqualTo(ALERTS);
        assertSizes();
        assertThat(store.whole(cleared).events()).hasSize((int) cleared.lastSeq());
    }

    @Test
    void alerts_that_share_most_of_their_labels_take_little_room() {
        IntakeWorld world = new IntakeWorld(store, List.of());
        List<Alert> alerts = Make.storm(ALERTS).stream().map(g -> g.alert()).toList();
        StoredIncident opened = tell(world, alerts);
        assertThat(opened.state().alerts().firingCount()).isEqualTo(ALERTS);
        assertThat(sizes("incidents")).allMatch(size -> size < 4_000_000);
    }

    @Test
    void what_finds_no_room_is_counted_on_the_card_and_the_document_stays_within_bounds() {
        IntakeWorld world = new IntakeWorld(store, List.of());
        List<Alert> alerts = unlike(ALERTS, 1500);
        StoredIncident opened = tell(world, alerts);
        int held = opened.state().alerts().firingCount();
        assertThat(held).isBetween(ALERTS / 3, ALERTS - 1);
        assertThat(opened.state().badges())
                .containsExactly(new Badge(Badge.Kind.SURPLUS, String.valueOf(ALERTS - held)));
        assertSizes();

        StoredIncident again = tell(world, alerts);
        assertThat(again.state().badges()).isEqualTo(opened.state().badges());
        assertThat(again.state().alerts().firingCount()).isEqualTo(held);
        List<Alert> over = alerts.stream().map(a -> Make.resolved(a, at(60))).toList();
        StoredIncident cleared = tell(world, over);
        assertThat(cleared.state().alerts().firingCount()).isZero();
        assertThat(cleared.state().badges()).isEmpty();
        assertSizes();
    }

    @Test
    void a_page_whose_writer_was_killed_is_read_by_nobody_and_swept_at_the_end() {
        StoredIncident all = Make.incident(1, group("a"));
        store.insert(all);
        for (int i = 0; i < 9; i++) {
            StoredIncident next = note(all, i + " " + "x".repeat(6_000));
            assertThat(store.replace(all, next)).isTrue();
            all = next;
        }
        assertThat(collection("pages").countDocuments()).isZero();
        // The page was written, and the incident never came to refer to it.
        StoredIncident died = note(note(all, "never happened"), "y".repeat(13_000));
        collection("pages")
                .insertOne(
                        new Document("_id", "INC-1/1/dead")
                                .append("incident", 1)
                                .append("firstSeq", 1L)
                                .append("schema", IncidentCodec.SCHEMA)
                                .append("events", IncidentCodec.eventsAfter(0, died)));

        StoredIncident next = note(all, "z".repeat(13_000));
        assertThat(store.replace(all, next)).isTrue();
        assertThat(collection("pages").countDocuments()).isEqualTo(2);
        StoredIncident found = store.find(INC_1).orElseThrow();
        assertThat(found.firstSeq()).isGreaterThan(1);
        assertThat(store.whole(found)).isEqualTo(next);

        StoredIncident closed = Make.closed(found, at(50));
        assertThat(store.replace(found, closed)).isTrue();
        assertThat(store.archive(closed)).isTrue();
        assertThat(collection("pages").find().map(d -> d.getString("_id")).into(new ArrayList<>()))
                .hasSize(1)
                .doesNotContain("INC-1/1/dead");
        StoredIncident left = store.find(INC_1).orElseThrow();
        assertThat(store.whole(left).events()).hasSize(next.events().size() + 1);
    }

    @Test
    void who_goes_on_from_what_it_wrote_itself_writes_no_page_twice() {
        StoredIncident all = Make.incident(1, group("a"));
        store.insert(all);
        for (int i = 0; i < 5; i++) {
            StoredIncident next = note(all, i + "x".repeat(i == 0 ? 2_000_000 : 100));
            assertThat(store.replace(all, next)).isTrue();
            all = next;
        }
        assertThat(collection("pages").countDocuments()).isEqualTo(1);
        assertThat(store.whole(store.find(INC_1).orElseThrow())).isEqualTo(all);
    }

    @Test
    void a_writer_that_came_second_takes_its_page_back() {
        StoredIncident first = Make.incident(1, group("a"));
        store.insert(first);
        assertThat(store.replace(first, note(first, "x".repeat(2_000_000)))).isTrue();
        assertThat(store.replace(first, note(first, "y".repeat(2_000_000)))).isFalse();
        assertThat(collection("pages").countDocuments()).isEqualTo(1);
        assertThat(store.insert(Make.incident(2, group("a"))))
                .isNotEqualTo(IncidentStore.Insert.DONE);
        assertThat(collection("pages").countDocuments()).isEqualTo(1);
    }

    /// Alerts that differ in everything.
    private static List<Alert> unlike(int howMany, int size) {
        Random random = new Random(20261124);
        List<Alert> alerts = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            byte[] bytes = new byte[size / 2];
            random.nextBytes(bytes);
            String noise = java.util.HexFormat.of().formatHex(bytes);
            alerts.add(
                    new Alert(
                            new AlertKey("%016x".formatted(i), at(-i)),
                            Map.of("sev", "2", "pod", "pod-" + i, "noise", noise),
                            Map.of("summary", "Pod " + i + " is not ready"),
                            null,
                            "http://prometheus.example.com/graph?g0.expr=" + i));
        }
        return alerts;
    }
}
