package io.frops.integrations.slack.door;

import io.frops.core.chat.Doors;
import io.frops.integrations.slack.SlackConnection;
import io.frops.integrations.slack.SlackSettings;
import jakarta.servlet.http.HttpServlet;
import java.time.InstantSource;

/// The door for Slack over HTTP.
public final class SlackDoor {
    private SlackDoor() {}

    /// The servlet for `POST /slack/events`: commands, presses, forms and events. Calls nothing
    /// until Slack does; when destroyed it waits up to 10 s for commands that are on their way.
    public static HttpServlet servlet(
            SlackSettings settings, SlackConnection slack, Doors doors, InstantSource clock) {
        Desk desk = new Desk(doors);
        Speakers speakers = new Speakers(slack.whispers(), slack.room());
        Replays replays = new Replays(clock);
        BoltDoor bolt =
                new BoltDoor(
                        slack.team(),
                        replays,
                        BoltApp.of(desk, speakers, new Forms(slack.whispers())));
        return new EventsServlet(
                new Signature(settings.signingSecret(), clock), replays, bolt, desk);
    }
}
