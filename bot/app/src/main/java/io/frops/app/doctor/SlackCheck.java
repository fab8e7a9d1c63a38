package io.frops.app.doctor;

import io.frops.app.settings.Settings;
import io.frops.core.failure.IntegrationException;
import io.frops.integrations.slack.SlackConnection;
import io.frops.integrations.slack.SlackIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Slack: the token and what it may do, the workspace, the clock, the channels and the admins.
final class SlackCheck implements Check {
    static final String SYSTEM = "Slack";

    private final Settings settings;
    private final SlackConnection slack;

    SlackCheck(Settings settings, SlackConnection slack) {
        this.settings = settings;
        this.slack = slack;
    }

    @Override
    public String system() {
        return SYSTEM;
    }

    @Override
    public List<Finding> findings() {
        SlackIdentity identity;
        try {
            identity = slack.identity();
        } catch (IntegrationException e) {
            return List.of(unknown(e));
        }
        List<Finding> all = new ArrayList<>();
        all.add(
                Finding.ok(
                        SYSTEM,
                        "the token is valid: workspace %s (%s), bot %s"
                                .formatted(
                                        identity.teamName(), identity.team(), identity.botUser())));
        all.add(scopes(identity.scopes()));
        settings.slack().team().ifPresent(team -> all.add(team(team, identity)));
        all.add(SlackClock.finding(slack.inspection()));
        all.add(new DoorCheck(settings, slack).finding());
        all.addAll(new ChannelCheck(settings.routing(), slack.inspection()).findings(identity));
        if (isOurs(identity)) {
            // In a foreign workspace nobody is a member, which says nothing of the admins.
            all.add(new AdminCheck(settings.access(), slack.inspection()).finding());
        }
        return all;
    }

    private boolean isOurs(SlackIdentity identity) {
        return settings.slack().team().filter(team -> !team.equals(identity.team())).isEmpty();
    }

    private Finding unknown(IntegrationException e) {
        String remedy =
                switch (e.kind()) {
                    case DENIED, NOT_FOUND, NOT_USABLE ->
                            "Set SLACK_BOT_TOKEN to the Bot User OAuth Token (xoxb-...) that api.slack.com/apps"
                                    + " > your app > OAuth & Permissions shows.";
                    case UNAVAILABLE, TIMEOUT, INVALID ->
                            "Let this machine reach "
                                    + settings.slack().apiUrl()
                                    + " (firewall, proxy, DNS), or correct slack.api-url.";
                    case RATE_LIMITED -> "Wait a minute and run it again.";
                };
        return Finding.fails(SYSTEM, e, remedy);
    }

    private static Finding scopes(Set<String> granted) {
        String system = SYSTEM + " scopes";
        if (granted.isEmpty()) {
            return Finding.warning(
                    system,
                    "Slack does not say what the token may do",
                    "Compare OAuth & Permissions > Bot Token Scopes with config/slack-manifest.yaml.");
        }
        Set<String> missing = new TreeSet<>(Scopes.NEEDED.keySet());
        missing.removeAll(granted);
        if (missing.isEmpty()) {
            return Finding.ok(system, "all " + Scopes.NEEDED.size() + " that the bot uses");
        }
        return Finding.fails(
                system,
                "missing " + String.join("; missing ", Scopes.withUse(missing)),
                "At api.slack.com/apps > your app > OAuth & Permissions > Bot Token Scopes add "
                        + String.join(", ", missing)
                        + ", then Reinstall to Workspace.");
    }

    private static Finding team(String configured, SlackIdentity identity) {
        String system = SYSTEM + " workspace";
        return configured.equals(identity.team())
                ? Finding.ok(system, "slack.team is the token's own, " + configured)
                : Finding.fails(
                        system,
                        "slack.team is %s, but the token belongs to %s"
                                .formatted(configured, identity.team()),
                        "Write slack.team: %s, leave it out, or use the token of %s."
                                .formatted(identity.team(), configured));
    }
}
