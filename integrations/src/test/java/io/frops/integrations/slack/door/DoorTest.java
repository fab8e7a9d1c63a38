package io.frops.integrations.slack.door;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.frops.core.testing.Eventually;
import io.frops.core.testing.ManualClock;
import io.frops.integrations.slack.SlackConnection;
import io.frops.integrations.slack.SlackObserver;
import io.frops.integrations.slack.SlackStub;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What every test of the door has: a Slack that records, doors that answer, and the servlet on a
/// port.
abstract class DoorTest {
    @RegisterExtension static final WireMockExtension SERVER = SlackStub.server();

    final SlackStub slack = new SlackStub(SERVER);
    final ManualClock clock = new ManualClock();
    final StubDoors doors = new StubDoors();
    private final AtomicInteger ids = new AtomicInteger();
    Doorway door = closedDoor();

    @BeforeEach
    void open() throws Exception {
        SlackConnection connection =
                new SlackConnection(
                        slack.settings(),
                        SlackObserver.none(),
                        clock,
                        () -> "id-" + ids.incrementAndGet());
        door = new Doorway(SlackDoor.servlet(slack.settings(), connection, doors, clock), clock);
        slack.says("chat.postEphemeral", "{\"ok\":true}");
        slack.says("chat.postMessage", "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"5.5\"}");
        slack.says("views.open", "{\"ok\":true}");
    }

    @AfterEach
    void close() throws Exception {
        door.close();
    }

    @SuppressWarnings("NullAway") // opened before each test
    private static Doorway closedDoor() {
        return null;
    }

    /// Waits for the next call of a method, or of another path.
    LoggedRequest sent(String method) {
        Eventually.await(
                method + " is called", Duration.ofSeconds(10), () -> !slack.sent(method).isEmpty());
        return slack.sent(method).getFirst();
    }

    List<String> words() {
        return doors.came.getFirst().words();
    }
}
