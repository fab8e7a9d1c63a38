package io.frops.sandbox.slack.workspace;

/// The workspace and the one app that is installed in it.
///
/// @param bot the app's own user
public record Team(String id, String domain, String name, String appId, String botId, Person bot) {
    /// Slack's own voice, in which it tells a person what went wrong.
    public static final Person SLACKBOT = Person.bot("USLACKBOT", "slackbot", "Slackbot");

    public static final Team SANDBOX =
            new Team(
                    "T0SANDBOX",
                    "frops-sandbox",
                    "Frops Sandbox",
                    "A0FROPS01",
                    "B0FROPS01",
                    Person.bot("U0FROPS01", "frops", "frops"));
}
