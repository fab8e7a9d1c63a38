package io.frops.sandbox.run;

import io.frops.app.wiring.Host;
import io.frops.sandbox.platform.SamplePlatform;
import io.frops.sandbox.slack.SlackSettings;
import io.frops.sandbox.slack.SlackSimulator;
import io.frops.sandbox.slack.page.CommandHint;
import io.frops.sandbox.slack.page.Welcome;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;

/// The sandbox's Slack: its people, what the composer completes, and the greeting whose buttons
/// break the platform.
final class Workspace {
    private static final String BREAK = "break/";
    private static final String MEND = "mend/";

    private Workspace() {}

    static SlackSimulator start(
            int port,
            Path file,
            String botToken,
            String signingSecret,
            Host host,
            SamplePlatform platform) {
        SlackSettings settings =
                SlackSettings.sandbox(host.clock(), host.random(), botToken, signingSecret)
                        .withPort(port)
                        .withFile(file)
                        .withPage(List.of(hints()), welcome(platform));
        return new SlackSimulator(settings, pressed(platform));
    }

    private static BiFunction<String, String, String> pressed(SamplePlatform platform) {
        return (path, person) -> {
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

    private static Welcome welcome(SamplePlatform platform) {
        return new Welcome(
                "C0INCIDENT",
                "Welcome to the frops sandbox",
                "Everything here is simulated. Break a service, watch its incident appear, press the buttons on its card,"
                        + " mend the service. Then type `/frops health` or `/frops help`, and act as somebody else by your name"
                        + " in the sidebar.",
                () -> platform.services().stream().map(s -> action(platform, s.name())).toList());
    }

    /// What is broken can be mended, what is well can be broken.
    private static Welcome.WelcomeAction action(SamplePlatform platform, String service) {
        return platform.isBroken(service)
                ? new Welcome.WelcomeAction("Mend " + service, MEND + service, "primary")
                : new Welcome.WelcomeAction(
                        "Break " + service,
                        BREAK + service,
                        service.equals("backend") ? "danger" : "");
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
