package io.frops.sandbox.run;

import io.frops.app.wiring.Host;
import io.frops.sandbox.platform.AlertStorm;
import io.frops.sandbox.platform.SamplePlatform;
import io.frops.sandbox.slack.SlackSettings;
import io.frops.sandbox.slack.SlackSimulator;
import io.frops.sandbox.slack.page.CommandHint;
import io.frops.sandbox.slack.page.Welcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// The sandbox's Slack: its people, what the composer completes, and the greeting whose buttons
/// break the platform.
final class Workspace {
    private static final String BREAK = "break/";
    private static final String MEND = "mend/";
    private static final String STORM = "storm";
    private static final String CALM = "calm";

    /// The service whose button comes before the storm's: what a newcomer is told to press.
    private static final String FIRST = "backend";

    private Workspace() {}

    static SlackSimulator start(
            int port,
            Path file,
            String botToken,
            String signingSecret,
            Host host,
            SamplePlatform platform,
            AlertStorm storm) {
        SlackSettings settings =
                SlackSettings.sandbox(host.clock(), host.random(), botToken, signingSecret)
                        .withPort(port)
                        .withFile(file)
                        .withPage(List.of(hints()), welcome(platform, storm));
        return new SlackSimulator(settings, pressed(platform, storm));
    }

    private static BiFunction<String, String, String> pressed(
            SamplePlatform platform, AlertStorm storm) {
        return (path, person) -> {
            if (path.equals(STORM)) {
                storm.begin();
                return storm.size()
                        + " alerts fire at once. One storm card stands for them in a few seconds.";
            }
            if (path.equals(CALM)) {
                storm.end();
                return storm.size()
                        + " alerts clear in a few seconds. The storm is over when 5 minutes were calm.";
            }
            if (path.startsWith(BREAK)) {
                String service = path.substring(BREAK.length());
                platform.breakService(service);
                return service + " is broken. Its alert reaches #incidents in a few seconds.";
            }
            String service = path.substring(MEND.length());
            platform.mend(service);
            return service + " is mended. Its alert clears in a few seconds.";
        };
    }

    private static Welcome welcome(SamplePlatform platform, AlertStorm storm) {
        return new Welcome(
                "C0INCIDENT",
                "Welcome to the frops sandbox",
                "Everything here is simulated. Break a service, watch its incident appear, press the buttons on its card,"
                        + " mend the service. *Storm* fires "
                        + storm.size()
                        + " alerts at once, which one card stands for. Then type `/frops health` or `/frops help`,"
                        + " and act as somebody else by your name in the sidebar.",
                () -> actions(platform, storm));
    }

    private static List<Welcome.WelcomeAction> actions(SamplePlatform platform, AlertStorm storm) {
        List<Welcome.WelcomeAction> all = new ArrayList<>();
        all.add(action(platform, FIRST));
        all.add(action(storm));
        platform.services().stream()
                .filter(s -> !s.name().equals(FIRST))
                .forEach(s -> all.add(action(platform, s.name())));
        return List.copyOf(all);
    }

    private static Welcome.WelcomeAction action(AlertStorm storm) {
        return storm.rages()
                ? new Welcome.WelcomeAction("End the storm", CALM, "primary")
                : new Welcome.WelcomeAction("Storm: " + storm.size() + " alerts", STORM, "danger");
    }

    /// What is broken can be mended, what is well can be broken.
    private static Welcome.WelcomeAction action(SamplePlatform platform, String service) {
        return platform.isBroken(service)
                ? new Welcome.WelcomeAction("Mend " + service, MEND + service, "primary")
                : new Welcome.WelcomeAction(
                        "Break " + service, BREAK + service, service.equals(FIRST) ? "danger" : "");
    }

    private static CommandHint hints() {
        return new CommandHint(
                "/frops",
                "help | health | incidents | ack INC-42 ...",
                "Run the operations guide",
                List.of(
                        new CommandHint.Sub("help", "[words]", "what can be said"),
                        new CommandHint.Sub("health", "[service]", "how the platform is"),
                        new CommandHint.Sub("incidents", "", "what is open"),
                        new CommandHint.Sub("incident", "INC-42", "one incident with its timeline"),
                        new CommandHint.Sub(
                                "declare", "SEV2 what is wrong", "open an incident by hand"),
                        new CommandHint.Sub("ack", "INC-42", "take an incident"),
                        new CommandHint.Sub("escalate", "INC-42", "bring in the next level"),
                        new CommandHint.Sub("severity", "INC-42 SEV1", "say how bad it is"),
                        new CommandHint.Sub("resolve", "INC-42", "say that it is over"),
                        new CommandHint.Sub("note", "INC-42 text", "write into the timeline"),
                        new CommandHint.Sub(
                                "silence", "INC-42 --for 1h", "mute its alerts for a while"),
                        new CommandHint.Sub(
                                "duplicate", "INC-42 INC-40", "count it with an older one"),
                        new CommandHint.Sub("token", "", "a personal token for the terminal"),
                        new CommandHint.Sub("whoami", "", "who you are and what you may do")));
    }
}
