package io.frops.app.doctor;

import io.frops.app.settings.Settings;
import io.frops.core.failure.IntegrationException;
import io.frops.integrations.slack.SlackConnection;
import io.frops.integrations.slack.SlackTickets;

/// By which way what people do in Slack reaches the bot, and why. Of Socket Mode it asks for an
/// address, and does not connect: a connection would be given a part of what people do.
final class DoorCheck {
    private static final String SYSTEM = SlackCheck.SYSTEM + " door";

    private final Settings settings;
    private final SlackConnection slack;

    DoorCheck(Settings settings, SlackConnection slack) {
        this.settings = settings;
        this.slack = slack;
    }

    Finding finding() {
        return slack.tickets().map(DoorCheck::socketMode).orElseGet(this::http);
    }

    private static Finding socketMode(SlackTickets tickets) {
        try {
            tickets.next();
            return Finding.ok(
                    SYSTEM,
                    "Socket Mode, because slack.app-token (SLACK_APP_TOKEN) is set, and Slack takes it: no public"
                            + " address is needed, and /slack/events is shut");
        } catch (IntegrationException e) {
            return Finding.fails(
                    SYSTEM,
                    "Socket Mode, because slack.app-token (SLACK_APP_TOKEN) is set; but "
                            + e.safeMessage(),
                    switch (e.kind()) {
                        case DENIED, NOT_FOUND, NOT_USABLE, INVALID ->
                                "Put an app-level token with the scope connections:write into SLACK_APP_TOKEN"
                                        + " (api.slack.com/apps > your app > Basic Information > App-Level Tokens), or unset it"
                                        + " to be reached over HTTP.";
                        case RATE_LIMITED -> "Wait a minute and run it again.";
                        case UNAVAILABLE, TIMEOUT -> "Run it again.";
                    });
        }
    }

    private Finding http() {
        return Finding.ok(
                SYSTEM,
                "HTTP, because slack.app-token (SLACK_APP_TOKEN) is not set: Slack posts to "
                        + PublicUrl.of(settings.server())
                        + "/slack/events, the request URL to name in the app's settings");
    }
}
