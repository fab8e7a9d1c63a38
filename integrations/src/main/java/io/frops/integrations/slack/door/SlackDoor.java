package io.frops.integrations.slack.door;

import io.frops.core.chat.Doors;
import io.frops.core.observe.Tracing;
import io.frops.integrations.slack.SlackConnection;
import io.frops.integrations.slack.SlackSettings;
import jakarta.servlet.http.HttpServlet;
import java.time.InstantSource;

/// The two doors for Slack; an app uses one of them. Behind both is the same code.
public final class SlackDoor {
    private SlackDoor() {}

    /// The servlet for `POST /slack/events`: commands, presses, forms and events. Calls nothing
    /// until Slack does; when destroyed it waits up to 10 s for commands that are on their way.
    public static HttpServlet servlet(
            SlackSettings settings, SlackConnection slack, Doors doors, InstantSource clock) {
        Desk desk = new Desk(doors);
        Replays replays = new Replays(clock);
        return new EventsServlet(
                new Signature(settings.signingSecret(), clock),
                replays,
                bolt(slack, desk, replays),
                desk);
    }

    /// What Socket Mode delivers goes in here.
    public static EnvelopeDoor envelopes(
            SlackConnection slack, Doors doors, InstantSource clock, Tracing tracing) {
        Desk desk = new Desk(doors);
        Replays replays = new Replays(clock);
        return new EnvelopeDoor(replays, bolt(slack, desk, replays), desk, tracing);
    }

    private static BoltDoor bolt(SlackConnection slack, Desk desk, Replays replays) {
        Speakers speakers = new Speakers(slack.whispers(), slack.room());
        return new BoltDoor(
                slack.team(), replays, BoltApp.of(desk, speakers, new Forms(slack.whispers())));
    }
}
