package io.frops.app.wiring;

import io.frops.app.observe.Meters;
import io.frops.core.observe.Tracing;
import io.frops.integrations.slack.door.SlackDoor;
import io.frops.integrations.slack.socket.SocketMode;
import io.frops.integrations.slack.socket.SocketObserver;
import java.util.Optional;

/// Socket Mode, when the settings name an app token.
///
/// @param mode absent when Slack posts to `/slack/events` instead
record Socket(Optional<SocketMode> mode) implements AutoCloseable {
    static Socket of(Adapters adapters, Talk talk, Host host, Meters meters, Tracing tracing) {
        return new Socket(
                adapters.slack()
                        .tickets()
                        .map(tickets ->
                                new SocketMode(
                                        tickets,
                                        SlackDoor.envelopes(
                                                adapters.slack(),
                                                Observed.of(talk.doors(), meters),
                                                host.clock(),
                                                tracing),
                                        new Figures(meters),
                                        host.random(),
                                        System::nanoTime)));
    }

    void start(Meters meters) {
        mode.ifPresent(socket -> {
            meters.gauge(
                    "frops.slack.socket.open", "Connections to Slack that are open", socket::open);
            socket.start();
        });
    }

    @Override
    public void close() {
        mode.ifPresent(SocketMode::close);
    }

    private record Figures(Meters meters) implements SocketObserver {
        @Override
        public void replaced(String reason) {
            meters.socketReplaced(reason);
        }

        @Override
        public void alarm() {
            meters.alarm("slack-socket");
        }
    }
}
