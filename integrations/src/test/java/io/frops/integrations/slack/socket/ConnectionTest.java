package io.frops.integrations.slack.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.frops.core.chat.Doors;
import io.frops.core.chat.Effect;
import io.frops.core.chat.Invocation;
import io.frops.core.chat.Message;
import io.frops.core.chat.Outcome;
import io.frops.core.chat.Reply;
import io.frops.core.chat.Text;
import io.frops.core.observe.Tracing;
import io.frops.core.settings.Secret;
import io.frops.core.testing.Eventually;
import io.frops.core.testing.ManualClock;
import io.frops.integrations.slack.SlackConnection;
import io.frops.integrations.slack.SlackObserver;
import io.frops.integrations.slack.SlackSettings;
import io.frops.integrations.slack.door.EnvelopeDoor;
import io.frops.integrations.slack.door.SlackDoor;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One connection, whose Slack is the test.
class ConnectionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SlowDoors doors = new SlowDoors();
    private final AtomicLong ticks = new AtomicLong();
    private final FakeSocket socket = new FakeSocket();
    private final Connection connection = new Connection(door(), ticks::get);

    private EnvelopeDoor door() {
        ManualClock clock = new ManualClock();
        SlackSettings settings =
                new SlackSettings(
                        Secret.parse("xoxb-test"),
                        Secret.parse("secret"),
                        Optional.empty(),
                        URI.create("http://127.0.0.1:1/api/"),
                        Optional.of("T1"));
        SlackConnection slack =
                new SlackConnection(settings, SlackObserver.none(), clock, () -> "id");
        return SlackDoor.envelopes(slack, doors, clock, Tracing.OFF);
    }

    /// Doors that say done once they are let.
    private record SlowDoors(CountDownLatch came, CountDownLatch let) implements Doors {
        SlowDoors() {
            this(new CountDownLatch(1), new CountDownLatch(1));
        }

        @Override
        public Outcome handle(Invocation invocation) {
            came.countDown();
            try {
                let.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return new Outcome.Done(Reply.toCaller(Message.of("done", Text.of("done"))));
        }

        @Override
        public Effect effect(List<String> words) {
            return Effect.CHANGE;
        }
    }

    @BeforeEach
    void open() {
        connection.onOpen(socket);
        says("{\"type\":\"hello\"}");
    }

    private void says(String text) {
        connection.onText(socket, text, true);
    }

    private void pass(Duration time) {
        ticks.addAndGet(time.toNanos());
    }

    @Test
    void it_is_open_once_slack_has_said_hello() {
        assertThat(connection.life().phase()).isEqualTo(Life.Phase.OPEN);
    }

    @Test
    void a_silent_one_is_asked_for_a_sign_of_life_and_then_given_up() {
        pass(Duration.ofSeconds(20));
        connection.check();
        assertThat(socket.pings).hasValue(1);
        assertThat(socket.aborted).isFalse();
        pass(Duration.ofSeconds(6));
        connection.check();
        assertThat(socket.aborted).isTrue();
        assertThat(connection.life().phase()).isEqualTo(Life.Phase.ENDED);
        assertThat(connection.life().reason()).isEqualTo("silent");
    }

    @Test
    void an_answer_to_a_ping_is_a_sign_of_life() {
        pass(Duration.ofSeconds(20));
        connection.onPong(socket, ByteBuffer.allocate(0));
        pass(Duration.ofSeconds(20));
        connection.check();
        assertThat(socket.aborted).isFalse();
    }

    @Test
    void a_message_without_an_end_is_cut_off() {
        String part = "x".repeat(100_000);
        for (int i = 0; i < 11 && !socket.aborted; i++) {
            connection.onText(socket, part, false);
        }
        assertThat(socket.aborted).isTrue();
        assertThat(connection.life().reason()).isEqualTo("oversize");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[1,2]",
                "{\"type\":\"goodbye\"}",
                "{\"type\":7,\"payload\":null}",
                "{\"type\":\"interactive\",\"envelope_id\":{\"a\":1}}"
            })
    void what_is_not_understood_is_not_acknowledged_and_breaks_nothing(String text) {
        says(text);
        connection.retire(Duration.ofSeconds(1));
        assertThat(socket.sent).containsExactly("close");
    }

    @Test
    void deep_nesting_breaks_nothing() {
        says("{\"type\":\"interactive\",\"envelope_id\":\"e\",\"payload\":" + "[".repeat(50_000));
        assertThat(connection.life().phase()).isEqualTo(Life.Phase.OPEN);
    }

    @Test
    void a_socket_that_opens_after_it_was_given_up_is_aborted() {
        Connection late = new Connection(door(), ticks::get);
        late.abort("broken");
        late.onOpen(socket);
        assertThat(socket.aborted).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"warning", "refresh_requested", "link_disabled", "unheard-of"})
    void it_stays_good_until_slack_ends_it(String reason) {
        says("{\"type\":\"disconnect\",\"reason\":\"" + reason + "\"}");
        assertThat(connection.life().phase()).isEqualTo(Life.Phase.LEAVING);
        assertThat(socket.aborted).isFalse();
        connection.onClose(socket, 1000, "");
        assertThat(connection.life().phase()).isEqualTo(Life.Phase.ENDED);
    }

    private static String command(String id) {
        return """
        {"type":"slash_commands","envelope_id":"%s","accepts_response_payload":true,"payload":
         {"command":"/frops","text":"ack 1","team_id":"T1","channel_id":"C1","user_id":"U1"}}
        """
                .formatted(id);
    }

    @Test
    void a_retired_one_finishes_and_acknowledges_what_is_under_way_and_begins_nothing_more()
            throws InterruptedException {
        says(command("first"));
        doors.came().await();
        Thread retiring = Thread.ofPlatform().start(() -> connection.retire(PATIENCE));
        Eventually.await(
                "it waits", PATIENCE, () -> retiring.getState() == Thread.State.TIMED_WAITING);
        assertThat(socket.sent).isEmpty();
        doors.let().countDown();
        retiring.join();
        says(command("second"));
        assertThat(socket.sent).hasSize(2);
        assertThat(socket.sent.getFirst()).contains("first").contains("done");
        assertThat(socket.sent.getLast()).isEqualTo("close");
        assertThat(socket.aborted).isTrue();
    }
}
