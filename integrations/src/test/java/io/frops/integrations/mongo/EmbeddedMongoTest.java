package io.frops.integrations.mongo;

import static io.frops.core.incident.Make.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.IntegrationException.Kind;
import io.frops.core.incident.IncidentStore.Insert;
import io.frops.core.incident.Make;
import io.frops.core.incident.StoredIncident;
import io.frops.core.testing.ManualClock;
import io.frops.integrations.mongo.embedded.EmbeddedMongo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoTest {
    private static final Duration UNHURRIED = Duration.ofSeconds(30);

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("data/state.mv.db");
    }

    @Test
    void what_was_kept_is_there_after_a_restart_and_so_is_uniqueness() {
        StoredIncident incident = Make.incident(1, group("a"));
        try (MongoState state = open()) {
            state.incidents().insert(incident);
            state.incidents().nextId();
        }
        try (MongoState state = open()) {
            assertThat(state.incidents().find(incident.id())).contains(incident);
            assertThat(state.incidents().insert(Make.incident(2, group("a"))))
                    .isEqualTo(Insert.GROUP_TAKEN);
            assertThat(state.incidents().insert(Make.incident(1, group("b"))))
                    .isEqualTo(Insert.NUMBER_TAKEN);
            assertThat(state.incidents().nextId().number()).isEqualTo(2);
        }
    }

    @Test
    void a_second_process_is_told_which_file_is_taken() {
        try (MongoState state = open()) {
            state.ping();
            var e = catchThrowableOfType(IntegrationException.class, this::open);
            assertThat(e.kind()).isEqualTo(Kind.NOT_USABLE);
            assertThat(e.safeMessage()).contains(file.toString(), "in use", "state.dataDir");
        }
    }

    @Test
    void a_file_of_something_else_is_left_alone() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "no store at all ".repeat(1000));
        assertThatThrownBy(this::open)
                .isInstanceOf(IntegrationException.class)
                .hasMessageContaining(file.toString());
        assertThat(Files.readString(file)).startsWith("no store at all");
    }

    @Test
    void many_changes_leave_a_small_file() throws Exception {
        try (MongoState state = open()) {
            String big = "x".repeat(20_000);
            state.keys().put("k", 0, Map.of("big", big), null);
            for (int version = 1; version < 600; version++) {
                state.keys().put("k", version, Map.of("big", version + big), null);
            }
            assertThat(Files.size(file)).isLessThan(2_000_000);
        }
    }

    @Test
    void it_listens_on_loopback_only() {
        try (EmbeddedMongo server = EmbeddedMongo.open(file)) {
            assertThat(server.address().getAddress().isLoopbackAddress()).isTrue();
            assertThat(server.address().getPort()).isPositive();
        }
    }

    @Test
    void expired_keys_are_swept_and_others_stay() {
        ManualClock clock = new ManualClock();
        Instant now = clock.instant();
        try (MongoState state = open()) {
            state.keys().put("old", 0, Map.of(), now);
            state.keys().put("new", 0, Map.of(), now.plusMillis(1));
            state.keys().put("for ever", 0, Map.of(), null);
            state.sweep(now);
            assertThat(state.keys().startingWith(""))
                    .extracting(e -> e.id())
                    .containsExactly("for ever", "new");
        }
    }

    private MongoState open() {
        return MongoState.embedded(file, UNHURRIED);
    }
}
