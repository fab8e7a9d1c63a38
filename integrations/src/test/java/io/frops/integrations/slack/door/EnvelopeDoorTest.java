package io.frops.integrations.slack.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.frops.core.access.CommandId;
import io.frops.core.observe.Tracing;
import io.frops.core.testing.ManualClock;
import io.frops.integrations.slack.SlackConnection;
import io.frops.integrations.slack.SlackObserver;
import io.frops.integrations.slack.SlackStub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an envelope becomes.
class EnvelopeDoorTest {
    @RegisterExtension static final WireMockExtension SERVER = SlackStub.server();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SlackStub slack = new SlackStub(SERVER);
    private final StubDoors doors = new StubDoors();
    private final ManualClock clock = new ManualClock();
    private final EnvelopeDoor door =
            SlackDoor.envelopes(
                    new SlackConnection(slack.settings(), SlackObserver.none(), clock, () -> "id"),
                    doors,
                    clock,
                    Tracing.OFF);

    private static ObjectNode command(String text) {
        return JSON.createObjectNode()
                .put("command", "/frops")
                .put("team_id", "T1")
                .put("channel_id", "C1")
                .put("user_id", "U1")
                .put("text", text)
                .put("response_url", "http://127.0.0.1:1/never")
                .put("trigger_id", "trigger-1");
    }

    @Test
    void a_command_is_named_by_its_envelope_and_answered_in_the_acknowledgement() {
        String answer = door.take("e-1", "slash_commands", command("ack 1 = 100%+")).orElseThrow();
        assertThat(answer).contains("did ack|1|=|100%+").contains("ephemeral");
        assertThat(doors.came.getFirst().id()).isEqualTo(new CommandId("slack/e-1"));
    }

    @Test
    void the_same_envelope_is_acknowledged_again_without_effect_or_answer() {
        assertThat(door.take("e-1", "slash_commands", command("token"))).isPresent();
        assertThat(door.take("e-1", "slash_commands", command("token"))).contains("");
        assertThat(doors.came).hasSize(1);
    }

    @Test
    void a_null_organization_does_not_make_a_stranger_one_of_us() {
        ObjectNode foreign = command("ack 1").put("team_id", "T2").putNull("enterprise_id");
        assertThat(door.take("e-1", "slash_commands", foreign).orElseThrow())
                .contains("another workspace");
        assertThat(doors.came).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "options", "interactive", "events_api"})
    void what_is_not_known_or_not_whole_is_not_acknowledged(String type) {
        assertThat(door.take("e-1", type, command("ack 1"))).isEmpty();
        assertThat(doors.came).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "{}", "../x"})
    void an_envelope_without_a_usable_id_is_not_taken(String id) {
        assertThat(door.take(id, "slash_commands", command("ack 1"))).isEmpty();
        assertThat(doors.came).isEmpty();
    }

    @Test
    void an_event_is_known_by_its_own_id_whatever_envelope_it_comes_in() {
        assertThat(door.take("e-1", "events_api", mention())).contains("");
        assertThat(door.take("e-2", "events_api", mention())).contains("");
        door.rest();
        assertThat(doors.came).hasSize(1);
        assertThat(doors.came.getFirst().id()).isEqualTo(new CommandId("slack/Ev1"));
    }

    private static ObjectNode mention() {
        ObjectNode envelope =
                JSON.createObjectNode()
                        .put("type", "event_callback")
                        .put("team_id", "T1")
                        .put("event_id", "Ev1");
        envelope.putObject("event")
                .put("type", "app_mention")
                .put("user", "U1")
                .put("text", "<@UBOT> ack 1")
                .put("channel", "C1")
                .put("ts", "1.1");
        return envelope;
    }
}
