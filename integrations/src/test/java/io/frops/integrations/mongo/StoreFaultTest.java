package io.frops.integrations.mongo;

import static io.frops.core.incident.Make.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.IntegrationException.Kind;
import io.frops.core.incident.IncidentId;
import io.frops.core.incident.IncidentStore.Insert;
import io.frops.core.incident.Make;
import io.frops.core.incident.StoredIncident;
import io.frops.core.settings.Secret;
import io.frops.core.testing.Eventually;
import io.frops.core.testing.TcpProxy;
import io.frops.integrations.mongo.embedded.EmbeddedMongo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The database cut off and hanging, seen from the stores.
class StoreFaultTest {
    /// Twice what the stores promise: a busy machine adds some of its own.
    private static final Duration PROMISED = Duration.ofSeconds(3);

    private static final Duration RECOVERY = Duration.ofSeconds(20);
    private static final IncidentId INC_1 = new IncidentId(1);

    @TempDir Path folder;
    private EmbeddedMongo server;
    private TcpProxy proxy;
    private MongoState state;

    @BeforeEach
    void start() throws Exception {
        server = EmbeddedMongo.open(folder.resolve("state.mv.db"));
        proxy = TcpProxy.to(server.address());
        state = MongoState.open(settings("mongodb://127.0.0.1:" + proxy.port() + "/frops"));
        Eventually.await("the first call", RECOVERY, this::answers);
    }

    @AfterEach
    void stop() throws Exception {
        state.close();
        proxy.close();
        server.close();
    }

    @Test
    void a_cut_database_is_unavailable_at_once_and_comes_back_by_itself() {
        StoredIncident first = Make.incident(1, group("a"));
        state.incidents().insert(first);
        proxy.cut();
        assertThat(proxy.reset()).isPositive();
        Failure read = failure(() -> state.incidents().find(INC_1));
        assertThat(read.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(read.took()).isLessThan(PROMISED);
        Failure write = failure(() -> state.incidents().insert(Make.incident(2, group("b"))));
        assertThat(write.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(write.took()).isLessThan(PROMISED);
        assertThat(proxy.refused()).isPositive();
        proxy.mend();
        Eventually.await("the database is back", RECOVERY, this::answers);
        assertThat(state.incidents().find(INC_1)).contains(first);
        assertThat(state.incidents().insert(Make.incident(2, group("b")))).isEqualTo(Insert.DONE);
    }

    @Test
    void a_hanging_database_fails_within_the_deadline_and_comes_back_by_itself() {
        StoredIncident first = Make.incident(1, group("a"));
        state.incidents().insert(first);
        proxy.stall();
        Failure write = failure(() -> state.keys().put("k", 0, java.util.Map.of(), null));
        assertThat(proxy.held()).isPositive();
        assertThat(write.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(write.took()).isLessThan(PROMISED);
        Failure read = failure(() -> state.incidents().find(INC_1));
        assertThat(read.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(read.took()).isLessThan(PROMISED);
        proxy.mend();
        Eventually.await("the database is back", RECOVERY, this::answers);
        assertThat(state.incidents().find(INC_1)).contains(first);
    }

    @Test
    void a_write_whose_answer_is_lost_is_unknown_and_was_made() {
        StoredIncident first = Make.incident(1, group("a"));
        state.incidents().insert(first);
        StoredIncident next = Make.note(first, "did it?");
        state.keys().put("k", 0, java.util.Map.of(), null);
        proxy.holdReplies();
        Failure lost = failure(() -> state.keys().put("k", 1, java.util.Map.of(), null));
        assertThat(proxy.held()).isPositive();
        assertThat(lost.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(lost.took()).isLessThan(PROMISED);
        proxy.mend();
        Eventually.await("the database is back", RECOVERY, this::answers);
        assertThat(state.keys().get("k").orElseThrow().version()).isEqualTo(2);
        assertThat(state.incidents().replace(next)).isTrue();
    }

    @Test
    void what_is_told_names_no_address_and_no_password() {
        proxy.cut();
        Optional<Failure> told = Optional.of(failure(() -> state.ping()));
        assertThat(told.orElseThrow().message())
                .doesNotContain("127.0.0.1")
                .doesNotContain(String.valueOf(proxy.port()));
    }

    private boolean answers() {
        try {
            state.ping();
            return true;
        } catch (IntegrationException _) {
            return false;
        }
    }

    private record Failure(Kind kind, String message, Duration took) {}

    private static Failure failure(ThrowingCallable call) {
        long began = System.nanoTime();
        var e = catchThrowableOfType(IntegrationException.class, call);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return new Failure(e.kind(), e.safeMessage(), took);
    }

    private static MongoSettings settings(String uri) {
        return new MongoSettings(
                Optional.empty(), Optional.of(Secret.parse(uri)), Path.of("unused"));
    }
}
