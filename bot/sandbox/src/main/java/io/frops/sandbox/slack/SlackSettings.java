package io.frops.sandbox.slack;

import io.frops.sandbox.slack.api.Access;
import io.frops.sandbox.slack.page.CommandHint;
import io.frops.sandbox.slack.page.Welcome;
import io.frops.sandbox.slack.workspace.Channel;
import io.frops.sandbox.slack.workspace.Person;
import io.frops.sandbox.slack.workspace.Team;
import io.frops.sandbox.slack.workspace.Usergroup;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What a simulated workspace is made of.
///
/// @param port of the one listener on 127.0.0.1; 0 takes a free one
/// @param random for ids; must be safe for several threads
/// @param bot where signed posts go, such as `http://127.0.0.1:8080/slack/events`; null until
///   [SlackSimulator#connect]
/// @param file the journal; null keeps everything in memory
/// @param hints the commands that are registered, and how the composer completes them
/// @param welcome a greeting with buttons; null for none
public record SlackSettings(
        int port,
        InstantSource clock,
        RandomGenerator random,
        Team team,
        Access access,
        String signingSecret,
        @Nullable URI bot,
        @Nullable Path file,
        Pace pace,
        List<Person> people,
        List<Usergroup> groups,
        List<Channel> channels,
        List<CommandHint> hints,
        @Nullable Welcome welcome) {
    public SlackSettings {
        people = List.copyOf(people);
        groups = List.copyOf(groups);
        channels = List.copyOf(channels);
        hints = List.copyOf(hints);
    }

    /// Slack's times and limits.
    ///
    /// @param limits 1 for Slack's own rate limits, 2 for twice as many calls, 0 for none
    /// @param trigger how long a trigger id is good for
    /// @param patience how long the bot may take to answer
    /// @param eventRetries the pause before each further delivery of an event
    public record Pace(
            double limits, Duration trigger, Duration patience, List<Duration> eventRetries) {
        /// As Slack has them.
        public static final Pace SLACK =
                new Pace(
                        1,
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(3),
                        List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5)));

        public Pace {
            eventRetries = List.copyOf(eventRetries);
        }

        public Pace limits(double scale) {
            return new Pace(scale, trigger, patience, eventRetries);
        }
    }

    /// A small workspace: four people of each role, a guest, a stranger, #incidents and #general.
    public static SlackSettings sandbox(
            InstantSource clock, RandomGenerator random, String botToken, String signingSecret) {
        List<Person> people = SamplePeople.all();
        return new SlackSettings(
                0,
                clock,
                random,
                Team.SANDBOX,
                new Access(botToken, Access.ALL),
                signingSecret,
                null,
                null,
                Pace.SLACK,
                people,
                List.of(),
                SamplePeople.channels(people, Team.SANDBOX.bot()),
                List.of(
                        new CommandHint(
                                "/frops", "[command]", "Run the operations guide", List.of())),
                null);
    }

    public SlackSettings withPort(int newPort) {
        return new SlackSettings(
                newPort,
                clock,
                random,
                team,
                access,
                signingSecret,
                bot,
                file,
                pace,
                people,
                groups,
                channels,
                hints,
                welcome);
    }

    public SlackSettings withAccess(Access newAccess) {
        return new SlackSettings(
                port,
                clock,
                random,
                team,
                newAccess,
                signingSecret,
                bot,
                file,
                pace,
                people,
                groups,
                channels,
                hints,
                welcome);
    }

    public SlackSettings withBot(URI newBot) {
        return new SlackSettings(
                port,
                clock,
                random,
                team,
                access,
                signingSecret,
                newBot,
                file,
                pace,
                people,
                groups,
                channels,
                hints,
                welcome);
    }

    public SlackSettings withFile(Path newFile) {
        return new SlackSettings(
                port,
                clock,
                random,
                team,
                access,
                signingSecret,
                bot,
                newFile,
                pace,
                people,
                groups,
                channels,
                hints,
                welcome);
    }

    public SlackSettings withPace(Pace newPace) {
        return new SlackSettings(
                port,
                clock,
                random,
                team,
                access,
                signingSecret,
                bot,
                file,
                newPace,
                people,
                groups,
                channels,
                hints,
                welcome);
    }

    public SlackSettings withPeople(List<Person> newPeople, List<Usergroup> newGroups) {
        return new SlackSettings(
                port,
                clock,
                random,
                team,
                access,
                signingSecret,
                bot,
                file,
                pace,
                newPeople,
                newGroups,
                channels,
                hints,
                welcome);
    }

    public SlackSettings withChannels(List<Channel> newChannels) {
        return new SlackSettings(
                port,
                clock,
                random,
                team,
                access,
                signingSecret,
                bot,
                file,
                pace,
                people,
                groups,
                newChannels,
                hints,
                welcome);
    }

    public SlackSettings withPage(List<CommandHint> newHints, @Nullable Welcome newWelcome) {
        return new SlackSettings(
                port,
                clock,
                random,
                team,
                access,
                signingSecret,
                bot,
                file,
                pace,
                people,
                groups,
                channels,
                newHints,
                newWelcome);
    }
}
