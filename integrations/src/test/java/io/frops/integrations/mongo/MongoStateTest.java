package io.frops.integrations.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.frops.core.failure.IntegrationException;
import io.frops.core.failure.IntegrationException.Kind;
import io.frops.core.settings.Secret;
import io.frops.core.testing.Eventually;
import io.frops.core.testing.TcpProxy;
import io.frops.integrations.mongo.embedded.EmbeddedMongo;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongoStateTest {
    @TempDir Path folder;

    @Test
    void opening_asks_nothing_and_the_first_call_after_the_server_came_makes_the_indexes()
            throws Exception {
        try (EmbeddedMongo server = EmbeddedMongo.open(folder.resolve("a.mv.db"));
                TcpProxy proxy = TcpProxy.to(server.address())) {
            proxy.cut();
            try (MongoState state = MongoState.open(at(proxy.port()))) {
                var e = catchThrowableOfType(IntegrationException.class, state::ping);
                assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE);
                assertThat(proxy.refused()).isPositive();
                proxy.mend();
                Eventually.await("the server", Duration.ofSeconds(20), () -> pings(state));
                assertThat(state.keys().put("k", 0, Map.of(), null)).isTrue();
                assertThat(state.keys().put("k", 0, Map.of(), null)).isFalse();
            }
        }
    }

    @Test
    void an_address_that_is_none_is_not_repeated_in_the_error() {
        MongoSettings settings =
                new MongoSettings(
                        Optional.empty(),
                        Optional.of(Secret.parse("mongodb://me:pa@ss:word@host:1:2/db")),
                        folder);
        var e = catchThrowableOfType(IntegrationException.class, () -> MongoState.open(settings));
        assertThat(e.kind()).isEqualTo(Kind.INVALID);
        assertThat(e).hasNoCause();
        assertThat(e.safeMessage()).contains("FROPS_MONGODB_URI").doesNotContain("pa@ss");
    }

    @Test
    void the_servers_clock_is_compared_with_ours() {
        InstantSource anHourSlow = Clock.offset(systemClock(), Duration.ofHours(-1));
        try (MongoState state =
                MongoState.embedded(folder.resolve("b.mv.db"), Duration.ofSeconds(30))) {
            assertThat(state.clockSkew(systemClock())).isBetween(seconds(-5), seconds(5));
            assertThat(state.clockSkew(anHourSlow)).isBetween(seconds(3595), seconds(3605));
        }
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    /// The embedded server reads the machine's clock, so this test needs it too.
    private static Clock systemClock() {
        return Clock.tickMillis(java.time.ZoneOffset.UTC);
    }

    private static boolean pings(MongoState state) {
        try {
            state.ping();
            return true;
        } catch (IntegrationException _) {
            return false;
        }
    }

    private static MongoSettings at(int port) {
        return new MongoSettings(
                Optional.empty(),
                Optional.of(Secret.parse("mongodb://127.0.0.1:" + port + "/frops")),
                Path.of("unused"));
    }
}
