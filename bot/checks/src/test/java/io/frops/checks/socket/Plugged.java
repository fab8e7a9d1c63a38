package io.frops.checks.socket;

import io.frops.checks.world.Bodies;
import io.frops.checks.world.World;
import io.frops.core.testing.Eventually;
import io.frops.sandbox.slack.workspace.Message;
import java.time.Instant;

/// Steps that the tests of Socket Mode have in common.
final class Plugged {
    private static final Instant START = Instant.parse("2026-11-24T03:00:00Z");

    private Plugged() {}

    /// Waits until the bot has both its connections.
    static void in(World world) {
        connections(world, 2);
    }

    static void connections(World world, int count) {
        Eventually.await(
                count + " connections to Slack",
                World.PATIENCE,
                () -> world.slack().sockets().open() == count);
    }

    /// @return the card
    static Message incident(World world) {
        world.notify(Bodies.of("HighErrorRate").firing("a1", START).json());
        return world.card("INC-1 SEV2 open");
    }

    static String state(World world) {
        return world.command(World.DAN, "incident", "1").json().at("/data/state").asText();
    }

    static String said(World world, String person) {
        return world.slack().as(person).ephemerals().getLast().content().toString();
    }
}
